package io.greenqr.issue.trust;

import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.trust.Environment;
import io.greenqr.format.trust.Role;
import io.greenqr.format.trust.RootDocument;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The roots of a scheme, oldest first, checked one by one as a verifier does (docs/spec/trust.md
 * section 5). Immutable.
 */
public final class SchemeRoots {
  private final List<SignedDocument> documents;
  private final List<RootDocument> roots;

  private SchemeRoots(List<SignedDocument> documents, List<RootDocument> roots) {
    this.documents = Collections.unmodifiableList(documents);
    this.roots = roots;
  }

  /**
   * A chain that was published.
   *
   * @param documents at least one, oldest first; the first may be of any version
   * @throws PublishException DOCUMENT_FORMAT, WRONG_DOCUMENT; ENVIRONMENT, ROOT_GAP,
   *     ISSUED_BEFORE_PREVIOUS for one that does not follow; SIGNATURES_MISSING
   * @throws IllegalArgumentException without any document
   */
  public static SchemeRoots of(List<SignedDocument> documents) throws PublishException {
    if (documents.isEmpty()) {
      throw new IllegalArgumentException("no root");
    }
    SchemeRoots chain = new SchemeRoots(List.of(), List.of());
    for (SignedDocument document : documents) {
      chain = chain.with(document);
    }
    return chain;
  }

  /**
   * The first root of a scheme, once its ceremony is over.
   *
   * @throws PublishException WRONG_DOCUMENT, ROOT_GAP if its version is not 1, KEY_UNSOUND,
   *     KID_CLASH; SIGNATURES_MISSING
   */
  public static SchemeRoots first(DocumentDraft draft) throws PublishException {
    RootDocument root = draft.content(RootDocument.class);
    PublishException.require(root.version() == 1, PublishFault.ROOT_GAP, root.version());
    RootRules.requireSoundKeys(root);
    return of(List.of(draft.complete(root.role(Role.ROOT))));
  }

  /**
   * This chain and the root after its newest, signed by the holders of the root role of both.
   *
   * @throws PublishException WRONG_DOCUMENT; ENVIRONMENT, ROOT_GAP, ISSUED_BEFORE_PREVIOUS;
   *     KEY_UNSOUND, KID_CLASH; SIGNATURES_MISSING
   */
  public SchemeRoots with(DocumentDraft draft) throws PublishException {
    RootDocument root = check(draft);
    return with(draft.complete(newest().role(Role.ROOT), root.role(Role.ROOT)));
  }

  /**
   * What a draft of the next root says, for those who are asked to sign it.
   *
   * @throws PublishException as {@link #with} does, except for SIGNATURES_MISSING
   */
  public RootDocument check(DocumentDraft draft) throws PublishException {
    RootDocument root = draft.content(RootDocument.class);
    RootRules.requireFollows(newest(), root);
    RootRules.requireSoundKeys(root);
    return root;
  }

  private SchemeRoots with(SignedDocument document) throws PublishException {
    RootDocument root = DocumentContent.read(document, RootDocument.class);
    if (!roots.isEmpty()) {
      RootRules.requireFollows(newest(), root);
      DocumentContent.requireSigned(document, newest().role(Role.ROOT));
    }
    DocumentContent.requireSigned(document, root.role(Role.ROOT));
    List<SignedDocument> moreDocuments = new ArrayList<>(documents);
    moreDocuments.add(document);
    List<RootDocument> moreRoots = new ArrayList<>(roots);
    moreRoots.add(root);
    return new SchemeRoots(moreDocuments, moreRoots);
  }

  /** The root in force. */
  public RootDocument newest() {
    return roots.get(roots.size() - 1);
  }

  /** The world of the scheme. */
  public Environment environment() {
    return newest().environment();
  }

  /** The signed roots, oldest first; unmodifiable. */
  public List<SignedDocument> documents() {
    return documents;
  }

  /** The root of a version, if it is in the chain. */
  public Optional<RootDocument> find(long version) {
    return roots.stream().filter(root -> root.version() == version).findFirst();
  }

  /** The signed roots of this version and later. */
  List<SignedDocument> since(long version) {
    long before = version - roots.get(0).version();
    return documents.subList(
        (int) Math.max(0, Math.min(before, documents.size())), documents.size());
  }

  /** Environment and versions. */
  @Override
  public String toString() {
    return "SchemeRoots["
        + environment()
        + ", "
        + roots.get(0).version()
        + " to "
        + newest().version()
        + "]";
  }
}
