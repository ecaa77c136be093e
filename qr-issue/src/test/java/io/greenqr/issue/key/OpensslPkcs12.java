package io.greenqr.issue.key;

import java.util.Base64;

/**
 * PKCS #12 files that OpenSSL 3.0 made of {@link OpensslKeys#P256}, once and for these tests only.
 */
final class OpensslPkcs12 {
  static final char[] PASSWORD = "greenqr".toCharArray();

  /** {@code pkcs12 -export -inkey … -in … -name "Green QR"}, with a self-signed certificate. */
  static final byte[] P256 =
      decode(
          """
      MIIETQIBAzCCBAMGCSqGSIb3DQEHAaCCA/QEggPwMIID7DCCAoIGCSqGSIb3DQEHBqCCAnMwggJv
      AgEAMIICaAYJKoZIhvcNAQcBMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAh7lk0A2ubv
      BAICCAAwDAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEAyj7rNdbBVE9BJZ4pyjk8GAggIAI4wi
      Gcz+/f8UJRO12hntm0ZlgPYD/9C93+YzUVdJm/kAqqYJktbS4y/4vg+xJJofDYWwXNfVSg0xIuYY
      XxZkyduHlgiKrM68pey0MlOmThwADHkQyiN737wIG0WOiT80nMuSXfdAE5JzJj5gPne6ln7Guopk
      +4iNg5wHlreGd/mgJaPEHc53fsU63OM3w7EMT/2hef3Sbw6PbiEXhSXcWJQu4dk1ml+2kE8+hkqp
      1q4jfyPRZUfCdeBkjU4CEjwYK9EgpCihr+5W333nYqafBAHqQemqEj6+SGQzDvP6Z3uD2Ec4nhdT
      54e73tZIWIQfji91vpSfI23UQOtM4RjiiTDlzRZUkSRfaQRLM76f/FnWot9+voDEI/+9jhAvqt8Y
      3E8oUbI3yzEl49lDKjbCOqjkbIiFMmpuOTT7kjauZ2ZQf/HkQNBPuoyM+H7rvTV2Qfy+xuh9NCqO
      e/MyZNYkGmioaK8MDR3hlotm3heVGEKb+/GgL9vugb964+Xu9YyROpNFcNXwcN27ZFgHZPGUCvGz
      QWeRMZ/29MOkT4/imHJIUuQcdn4tL5Q8Ic8G9wAnTYTEpuqTbHJ73Vi/MMjbrbhpN2VO4iI5fHFO
      HimRHsTYvH0daLapPWoYBzy1yLPu4CSVw64wlvM9s0vxVG7iNZ0lMlyT/faNZu2fptmGnLgwggFi
      BgkqhkiG9w0BBwGgggFTBIIBTzCCAUswggFHBgsqhkiG9w0BDAoBAqCB7zCB7DBXBgkqhkiG9w0B
      BQ0wSjApBgkqhkiG9w0BBQwwHAQItH45X9wyzB8CAggAMAwGCCqGSIb3DQIJBQAwHQYJYIZIAWUD
      BAEqBBD2J5yciXAjdtgGhx2mwYreBIGQSsMLgINknM6k6aO14d/yxlfd+297bZMkohJnPziGCJo0
      v4ZYSVV9SfOrmJS2hywRMsUIYbTFrlXr63W8sGpxO+QvgKdidKRxI5wtO0GSL84NbH3/1Ry1YTW8
      3s8wXhroV3IqjpSgyPyhQuIWWmBVCPRK4QedPdpSCJX7DlZLN7yWIzxurBVJDlaHphHFTKJoMUYw
      HwYJKoZIhvcNAQkUMRIeEABHAHIAZQBlAG4AIABRAFIwIwYJKoZIhvcNAQkVMRYEFNi5C8a9Elq1
      inKPaUpfFVaZYqaMMEEwMTANBglghkgBZQMEAgEFAAQgb5YvkhcWCv+WCL0ar90WnhEJwYchM6/U
      0jp8Ux335OoECIKEb8wk5Mr1AgIIAA==
      """);

  /** {@code … -nocerts}. */
  static final byte[] WITHOUT_CERTIFICATE =
      decode(
          """
      MIIBogIBAzCCAVgGCSqGSIb3DQEHAaCCAUkEggFFMIIBQTCCAT0GCSqGSIb3DQEHAaCCAS4EggEq
      MIIBJjCCASIGCyqGSIb3DQEMCgECoIHvMIHsMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAc
      BAiV9+p4BHJakQICCAAwDAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEAKH99jqLM2KF65kVQdo
      3DIEgZD3dIAVg5mUXufsCvZhHCb/IslOUtdZqnaf+apSr0S8vdpE4O2VZsJxCXYWD9RyxpTNEwWd
      T24q7fRy1nsQ6ScvHXcI9o05IaMTbyNKBznmdzzPKDpEgr84OD075zY9oduKbJsDIeyZ/+mKm96/
      p4rny0qB14q5q5IQegUJWhIhEMqboyDO+88CT4aNYmcB8LExITAfBgkqhkiG9w0BCRQxEh4QAEcA
      cgBlAGUAbgAgAFEAUjBBMDEwDQYJYIZIAWUDBAIBBQAEIDuRxkrtJsZ++f0gVacxfswW+Ox+LNsA
      OpLDk3KF7eBnBAjBkNx96XmdAwICCAA=
      """);

  private OpensslPkcs12() {}

  private static byte[] decode(String base64) {
    return Base64.getMimeDecoder().decode(base64);
  }
}
