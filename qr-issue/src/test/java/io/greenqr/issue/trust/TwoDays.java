package io.greenqr.issue.trust;

import static io.greenqr.issue.trust.Scheme.AN;
import static io.greenqr.issue.trust.Scheme.BINH;
import static io.greenqr.issue.trust.Scheme.CLOCK;
import static io.greenqr.issue.trust.Scheme.ISSUER;
import static io.greenqr.issue.trust.Scheme.NOW;
import static io.greenqr.issue.trust.Scheme.ROOT_END;
import static io.greenqr.issue.trust.Scheme.TIMES;
import static io.greenqr.issue.trust.Scheme.issuer;
import static io.greenqr.issue.trust.Scheme.keys;
import static io.greenqr.issue.trust.Scheme.sign;
import static io.greenqr.issue.trust.Scheme.signedList;

import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.pass.StatusReference;
import io.greenqr.format.trust.BundledDocument;
import io.greenqr.format.trust.Environment;
import io.greenqr.format.trust.PassStatus;
import io.greenqr.format.trust.Role;
import io.greenqr.format.trust.StatusDelta;
import io.greenqr.format.trust.StatusListDocument;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A scheme on two days: the lists that were published, and what changed in between. */
abstract class TwoDays {
  static final BundledDocument POLICY = BundledDocument.of(10, "EN", new byte[] {1});
  static final BundledDocument ROSTER = BundledDocument.of(2, "QN", new byte[] {2});

  @TempDir Path directory;
  SchemeRoots roots;
  StatusRegister register;

  /** Two lists of two days; list 7 changed in between. */
  StatusListDocument seven;

  StatusListDocument eight;
  SignedDocument first;
  StatusListDocument newSeven;
  StatusDelta delta;
  SignedDocument second;

  @BeforeEach
  void twoDays() throws Exception {
    roots = Scheme.roots();
    register = StatusRegister.create(directory.resolve("register"), Environment.PRODUCTION);
    register.newList(7, 1000);
    register.newList(8, 4);
    List<StatusListDocument> lists = register.publish(NOW).lists();
    seven = lists.get(0);
    eight = lists.get(1);
    TrustListEditor editor =
        TrustListEditor.first(roots)
            .add(issuer(ISSUER.publicKey()))
            .pin(seven)
            .pin(eight)
            .pin(POLICY, 1)
            .pin(ROSTER, 1);
    first = signedList(roots, editor.draft(TIMES));
    register.set(StatusReference.of(7, 300), PassStatus.REVOKED);
    StatusPublication changes = register.publish(NOW);
    newSeven = changes.lists().get(0);
    delta = changes.deltas().get(0);
    second = signedList(roots, TrustListEditor.after(roots, first).pin(newSeven).draft(TIMES));
  }

  BundlePublisher publisher(SignedDocument list) throws PublishException {
    return BundlePublisher.of(roots, list, CLOCK);
  }

  SchemeRoots rotated(Role role) throws PublishException {
    return roots.with(
        sign(
            RootEditor.after(roots).role(role, 2, keys(AN, Scheme.EM)).draft(NOW, ROOT_END),
            AN,
            BINH));
  }
}
