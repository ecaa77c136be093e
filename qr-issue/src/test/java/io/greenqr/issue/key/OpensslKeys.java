package io.greenqr.issue.key;

/** Keys that OpenSSL 3.0.22 made, once and for these tests only, by the commands beside them. */
final class OpensslKeys {
  private OpensslKeys() {}

  /** {@code genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256}. */
  static final String P256 =
      """
      -----BEGIN PRIVATE KEY-----
      MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgbqihfFTx5EdwyR5b
      VYnj8ZmkPWbHsIE3X7botsBo3+ShRANCAASElMEJJbjw5tJljtn48rkX/omOEakS
      1O3XuA68TXC3midLQy6wcConMAoglbbFMa3lF4zHJRV1drJwhLyODJzQ
      -----END PRIVATE KEY-----
      """;

  /** {@link #P256} without its public key: {@code ec -no_public}, {@code pkcs8 -topk8 -nocrypt}. */
  static final String P256_ALONE =
      """
      -----BEGIN PRIVATE KEY-----
      MEECAQAwEwYHKoZIzj0CAQYIKoZIzj0DAQcEJzAlAgEBBCBuqKF8VPHkR3DJHltV
      iePxmaQ9ZsewgTdftui2wGjf5A==
      -----END PRIVATE KEY-----
      """;

  /** {@link #P256} through {@code pkey -ec_conv_form compressed}. */
  static final String P256_COMPRESSED =
      """
      -----BEGIN PRIVATE KEY-----
      MGcCAQAwEwYHKoZIzj0CAQYIKoZIzj0DAQcETTBLAgEBBCBuqKF8VPHkR3DJHltV
      iePxmaQ9ZsewgTdftui2wGjf5KEkAyIAAoSUwQkluPDm0mWO2fjyuRf+iY4RqRLU
      7de4DrxNcLea
      -----END PRIVATE KEY-----
      """;

  /** {@code … -pkeyopt ec_param_enc:explicit}: the curve as numbers. */
  static final String P256_SPELLED_OUT =
      """
      -----BEGIN PRIVATE KEY-----
      MIIBeQIBADCCAQMGByqGSM49AgEwgfcCAQEwLAYHKoZIzj0BAQIhAP////8AAAAB
      AAAAAAAAAAAAAAAA////////////////MFsEIP////8AAAABAAAAAAAAAAAAAAAA
      ///////////////8BCBaxjXYqjqT57PrvVV2mIa8ZR0GsMxTsPY7zjw+J9JgSwMV
      AMSdNgiG5wSTamZ44ROdJreBn36QBEEEaxfR8uEsQkf4vOblY6RA8ncDfYEt6zOg
      9KE5RdiYwpZP40Li/hp/m47n60p8D54WK84zV2sxXs7LtkBoN79R9QIhAP////8A
      AAAA//////////+85vqtpxeehPO5ysL8YyVRAgEBBG0wawIBAQQgDXO53xTVsz6u
      d+GTIwOYkhz4epd7YqYgFcrV6ctvZg6hRANCAAQNo1rglSt2vbcnLgjw6rx92RIn
      jmukOpL3siRYTI3TFdWZofInHcSk0EjYN8wtIm0pWj66EdsoqsY537Agx2K8
      -----END PRIVATE KEY-----
      """;

  /** {@code genpkey -algorithm ed25519}. */
  static final String ED25519 =
      """
      -----BEGIN PRIVATE KEY-----
      MC4CAQAwBQYDK2VwBCIEINZU+mtJFV6Ke/ukFArR+BmkDMmI8H4ouuD54uKr4Hiv
      -----END PRIVATE KEY-----
      """;

  /** {@code ecparam -genkey -name prime256v1}, its second block. */
  static final String SEC1 =
      """
      -----BEGIN EC PRIVATE KEY-----
      MHcCAQEEIJYk2sLeIPc8DknTjswx/NnvWpQw019uAP5SM14dOBwuoAoGCCqGSM49
      AwEHoUQDQgAEEFt/epf4nMdVeUAAEfqcu/NK3HE1RwQ6coGYm9kbyn42Cr1ba6Fk
      QIGDKwNcg/No+/3ncCKNK4Hrl6pej7Cfzg==
      -----END EC PRIVATE KEY-----
      """;

  /** {@code ecparam -genkey -name prime256v1}, its first block. */
  static final String EC_PARAMETERS =
      """
      -----BEGIN EC PARAMETERS-----
      BggqhkjOPQMBBw==
      -----END EC PARAMETERS-----
      """;

  /** {@link #ED25519} through {@code pkcs8 -topk8}. */
  static final String ENCRYPTED =
      """
      -----BEGIN ENCRYPTED PRIVATE KEY-----
      MIGbMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAhjee9xs3q/0wICCAAw
      DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEJ3MjhXmNztba1NqrbVa6g4EQBxU
      FTLPARJ/9k0FwJcyEs8W1NF7Ybm0tCDme3csnEp3E9lhPWOBZu1VZBxFPjBe2hu0
      DciJS9gAT0yMNFMaEPw=
      -----END ENCRYPTED PRIVATE KEY-----
      """;

  /** The public key of {@link #ED25519}: {@code pkey -pubout}. */
  static final String PUBLIC =
      """
      -----BEGIN PUBLIC KEY-----
      MCowBQYDK2VwAyEA5DRhCY4vwdABqLyiDaMqjpNbKDtoClQbnY8Hl+wsaK0=
      -----END PUBLIC KEY-----
      """;

  /** {@code … -pkeyopt ec_paramgen_curve:P-384}. */
  static final String P384 =
      """
      -----BEGIN PRIVATE KEY-----
      MIG2AgEAMBAGByqGSM49AgEGBSuBBAAiBIGeMIGbAgEBBDBPVWIFdkPvgT6qPQG5
      SQNetVfmKytZizKq0f/pWN6hQ4Te/lyxJHImw1I2pmGm0AChZANiAAT1cAYQJhhi
      AqRuL6CBBybsnZYAqm/XuifX8Uv6O/BZBtgav3bj/LE9vtCdeTQiXDuwodGI14kM
      b2rlVK6tPRTWXCYrs6WNNb/Oi01CyX1b5bZptySQGnwstvvTYtTa1G8=
      -----END PRIVATE KEY-----
      """;

  /** {@code … -pkeyopt ec_paramgen_curve:secp256k1}. */
  static final String SECP256K1 =
      """
      -----BEGIN PRIVATE KEY-----
      MIGEAgEAMBAGByqGSM49AgEGBSuBBAAKBG0wawIBAQQga4txAuuLcHbRVizwb/2j
      CDG//+jbAs3zE+Uf6klkS3KhRANCAASkEzyqC4zi7wuChoJS4FNE3Mv8/aby8JvH
      upEClBYpsepwfiiPkuXozeL0+892srlkL9e4g1TuRUhw/Z8ibar2
      -----END PRIVATE KEY-----
      """;

  /** {@code genpkey -algorithm X25519}. */
  static final String X25519 =
      """
      -----BEGIN PRIVATE KEY-----
      MC4CAQAwBQYDK2VuBCIEIDBGvRBBBSoM40nnIdu03ZRUgTY9JCMdC2gi2g+iPwdc
      -----END PRIVATE KEY-----
      """;

  /** {@code genpkey -algorithm ed448}. */
  static final String ED448 =
      """
      -----BEGIN PRIVATE KEY-----
      MEcCAQAwBQYDK2VxBDsEOWzYd+7Gez14qnovCZEKxZAQtqV21X0jwB25Atv9S+gM
      SWWa7aAaBUkvk4ZuXMZM6QUuKNUgtzmi4w==
      -----END PRIVATE KEY-----
      """;

  /** {@code genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:1024}. */
  static final String RSA =
      """
      -----BEGIN PRIVATE KEY-----
      MIICdQIBADANBgkqhkiG9w0BAQEFAASCAl8wggJbAgEAAoGBAMoXQOClbF7Nn0eQ
      P6j7ImgsKxDWdh8KUvhOtNwYlm8FTlRuPNNWile1xbSwYFFeXW/Dn74F5sIYE+Im
      Spe/5pg3X4Oql8zvKdiOFI1CE7pGmi+nnfKeTjeurQ6Pi7qbW5Mt5KttD1sZ4IFE
      Var7nRcKAs1aD8hhnAgZsELX3aujAgMBAAECgYBMwRYv/EQzoY8cRAoZqQBBZn0Y
      0Qtd8LLggiwo5+HC2tYMNS4+6kBy3aPwY4jBfsCoITl7l4w0Labnnrl39zeh7aOu
      DvyFOaDOYC8bZsVF+0DTiZxK5RlWE+tQSwPWsWnMsLtKsUhUEDoJ15ng0C989Rze
      fGqYdtz/1ZXsaIHBsQJBAOZQoeFJQ6tgYxrgutMdnfNEcauvO24v0h84VDfYQzPX
      x9QbGVNsQHrUQB6YKcNqept+5fzrzVKqVHLv/UgUSOkCQQDgoNZXvvKEsbtLYoT6
      xD3zmGZ8iTBO+y36fH2jWD4tSYo4vgwdFRO5h8EQTzyZMOG5i4Il0+y6FEMOpAeU
      rjirAkBLSjChJQIqE+hR8QUh3pyz2bwPE8mpy5g0/IULfHb7i56XiARPcSPjA1+y
      oKuGZliOXH1yoOMOEwBoUmvKFFeBAkBHaJn7NwadzGqAIoenuG8BW3dpK6uh0BPj
      x2OhY9IQT4qTU0dCj4q/tjpX1viqsnFvrLvpDp/436wZoWePinsVAkBIlwUdSoM2
      KAGRGZedqU6mg7L1RS7158GAW6Eyq1H83NQzxHpBLGeztDiRFMdwut7EL44GA8Bj
      hM2YzvmqJrZD
      -----END PRIVATE KEY-----
      """;

  /** {@code x} and {@code y} that {@code pkey -pubout} says of {@link #P256}. */
  static final String P256_POINT =
      "8494c10925b8f0e6d2658ed9f8f2b917fe898e11a912d4edd7b80ebc4d70b79a"
          + "274b432eb0702a27300a2095b6c531ade5178cc725157576b27084bc8e0c9cd0";

  /** {@code x} that {@code pkey -pubout} says of {@link #ED25519}. */
  static final String ED25519_POINT =
      "e43461098e2fc1d001a8bca20da32a8e935b283b680a541b9d8f0797ec2c68ad";

  /** {@code pkeyutl -sign -rawin} with {@link #ED25519} of the six bytes {@code sample}. */
  static final String ED25519_SIGNATURE =
      "94ccd464c8ad2deab013fde7d01650c143406edf892c8894458e3d0cf92c6f0c"
          + "8ff1e4dc1a5949418b695c79ebf7bf325dbe83d6586861e56dc3ff4eca44d207";
}
