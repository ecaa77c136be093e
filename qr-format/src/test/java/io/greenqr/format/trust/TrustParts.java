package io.greenqr.format.trust;

import io.greenqr.format.Bytes;
import io.greenqr.format.Parts;

/** One document of each kind, written by hand from docs/spec/trust.md. */
final class TrustParts {
  private TrustParts() {}

  static Parts root() {
    return Parts.of(
        """
        root 86
        kind 01
        environment 01
        version 01
        issued 1a60000000
        expires 1a60000001
        roles a5
        root-number 01
        root-role 82
        root-threshold 02
        root-keys 82
        root-key-1 a301012006215820 01*32
        root-key-2 a301012006215820 02*32
        list-number 02
        list-role 82
        list-threshold 01
        list-keys 81
        list-key a401022001215820 0a*32 225820 0b*32
        status-number 03
        status-role 82
        status-threshold 01
        status-keys 81
        status-key a301012006215820 03*32
        freshness-number 04
        freshness-role 8201 81
        freshness-key a301012006215820 04*32
        other-number 183f
        other-role 8201 81
        other-key a301012006215820 05*32
        """);
  }

  static Parts trustList() {
    return Parts.of(
        """
        trust-list 8b
        kind 02
        environment 02
        root-version 03
        version 1b001fffffffffffff
        issued 0a
        expires 14
        status-expires 0b
        closes 1818
        issuers 82
        issuer-a 82
        name-a 6141
        keys-a 82
        listed-1 85
        key-1 a301012006215820 01*32
        kinds-1 01
        not-before-1 f6
        not-after-1 05
        state-1 82
        state-code-1 02
        since-1 00
        listed-2 84
        key-2 a301012006215820 02*32
        kinds-2 0f
        not-before-2 02
        not-after-2 03
        issuer-b 82
        name-b 6142
        keys-b 81
        listed-3 82
        key-3 a301012006215820 01*32
        kinds-3 08
        status-pins 82
        pin-1 83
        pin-list-1 00
        pin-version-1 01
        pin-digest-1 5820 11*32
        pin-2 83
        pin-list-2 19ffff
        pin-version-2 02
        pin-digest-2 5820 12*32
        document-pins 82
        document-1 84
        document-kind-1 01
        document-name-1 624142
        document-version-1 01
        document-digest-1 5820 13*32
        document-2 84
        document-kind-2 18ff
        document-name-2 6141
        document-version-2 02
        document-digest-2 5820 14*32
        """);
  }

  static Parts statusList() {
    return Parts.of(
        """
        status-list 86
        kind 03
        environment 01
        list 07
        version 02
        issued 1a60000000
        entries 4b
        stream 78da3be9f2130003df0207
        """);
  }

  static Parts delta() {
    return Parts.of(
        """
        delta 84
        kind 04
        environment 01
        issued 1a60000000
        lists 82
        list-1 84
        number-1 00
        from-1 01
        to-1 02
        changes-1 82
        change-1 01
        change-2 06
        list-2 84
        number-2 19ffff
        from-2 02
        to-2 05
        changes-2 80
        """);
  }

  static Parts card() {
    return Parts.of(
        """
        card 87
        kind 05
        environment 01
        root-version 01
        version 02
        digest 5820 15*32
        issued 01
        expires 1a00015181
        """);
  }

  /** An envelope with two signatures around the payload of a card. */
  static Parts envelope() {
    return Parts.of(
        """
        tag d862
        array 84
        protected 40
        unprotected a0
        payload 582d
        content 8705010102 5820 15*32 01 1a00015181
        signatures 82
        signature-1 83
        header-1 49 a201280444 11223344
        unprotected-1 a0
        value-1 5840 00*31 01 00*31 01
        signature-2 83
        header-2 49 a201320444 11223345
        unprotected-2 a0
        value-2 5840 00*64
        """);
  }

  /** A root, a trust list, two status lists, no delta and two documents of others. */
  static Parts bundle() {
    return Parts.of(
        """
        bundle 86
        mark 6447514231
        roots 81
        root %s
        trust-list %s
        status-lists 82
        status-list %s
        status-list-2 %s
        deltas 80
        documents 82
        document-1 83
        kind-1 01
        name-1 6141
        bytes-1 4100
        document-2 83
        kind-2 01
        name-2 6142
        bytes-2 40
        """
            .formatted(signed("81 01"), signed("81 02"), statusListIn(7), statusListIn(8)));
  }

  /** A signed status list without entries, of which a bundle looks at the number only. */
  static String statusListIn(int list) {
    return signed(String.format("86 03 01 %02x 01 00 40", list));
  }

  /** A root, a trust list, no card, a newer version, a status list and a document. */
  static Parts held() {
    return Parts.of(
        """
        held 87
        mark 6447514831
        roots 81
        root %s
        trust-list %s
        card f6
        superseding 82
        root-version 02
        version 03
        lists 82
        list-1 83
        number-1 07
        version-1 02
        entries 4b
        stream 78da3be9f2130003df0207
        list-2 83
        number-2 08
        version-2 02
        entries-2 4b
        stream-2 78da3be9f2130003df0207
        documents 81
        document-1 83
        kind-1 01
        name-1 6141
        bytes-1 4100
        """
            .formatted(signed("81 01"), signed("81 02")));
  }

  /** A byte string with a document of this payload and one signature. */
  static String signed(String payload) {
    int length = Bytes.hex(payload).length;
    return "58 "
        + String.format("%02x", 85 + length)
        + " d862 84 40 a0 "
        + String.format("%02x ", 0x40 + length)
        + payload
        + " 81 83 49 a201280444 11223344 a0 5840 00*31 01 00*31 01";
  }
}
