package io.greenqr.verify.trust;

import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.trust.BundledDocument;
import io.greenqr.format.trust.StatusListDocument;
import io.greenqr.format.trust.TrustBundle;
import io.greenqr.format.trust.TrustListDocument;
import java.util.ArrayList;
import java.util.List;

/** Parts of a bundle, put together in any way. */
public final class TestBundle {
  private List<SignedDocument> roots = List.of(TestScheme.root(1));
  private final SignedDocument list;
  private List<SignedDocument> statuses = List.of();
  private List<SignedDocument> deltas = List.of();
  private List<BundledDocument> documents = List.of();

  private TestBundle(SignedDocument list) {
    this.list = list;
  }

  /** Root 1 and this list. */
  public static TestBundle of(SignedDocument list) {
    return new TestBundle(list);
  }

  /** Root 1, this list and these status lists, which it pins. */
  public static TestBundle of(TrustListDocument.Builder list, StatusListDocument... statuses) {
    List<SignedDocument> signed = new ArrayList<>();
    for (StatusListDocument status : statuses) {
      list.status(status.pin());
      signed.add(TestScheme.sign(status));
    }
    return of(TestScheme.sign(list.build())).statuses(signed);
  }

  /** In place of root 1. */
  public TestBundle roots(SignedDocument... chain) {
    roots = List.of(chain);
    return this;
  }

  /** The status lists. */
  public TestBundle statuses(List<SignedDocument> lists) {
    statuses = lists;
    return this;
  }

  /** The status lists. */
  public TestBundle statuses(SignedDocument... lists) {
    return statuses(List.of(lists));
  }

  /** The deltas. */
  public TestBundle deltas(SignedDocument... inOrder) {
    deltas = List.of(inOrder);
    return this;
  }

  /** The other documents. */
  public TestBundle documents(BundledDocument... others) {
    documents = List.of(others);
    return this;
  }

  /** The trust list. */
  public SignedDocument list() {
    return list;
  }

  /** The file. */
  public byte[] bytes() {
    return TrustBundle.of(roots, list, statuses, deltas, documents).bytes();
  }
}
