package io.greenqr.issue.trust;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.KeyId;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.fault.InvalidValueException;
import io.greenqr.format.policy.PolicyDocument;
import io.greenqr.format.trust.BundledDocument;
import io.greenqr.format.trust.DocumentPin;
import io.greenqr.format.trust.IssuerKey;
import io.greenqr.format.trust.KeyState;
import io.greenqr.format.trust.Role;
import io.greenqr.format.trust.RootDocument;
import io.greenqr.format.trust.StatusListDocument;
import io.greenqr.format.trust.StatusPin;
import io.greenqr.format.trust.TrustListDocument;
import io.greenqr.format.trust.TrustVersion;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the first trust list of a scheme, or the next one: adds, retires and revokes keys, and pins
 * the status lists and other documents that are in force. For use by one thread.
 *
 * <p>Each change is checked when it is made, and refused changes change nothing.
 */
public final class TrustListEditor {
  private final RootDocument root;
  private final @Nullable TrustListDocument previous;
  private final KeyRing keys;
  private final PinBoard pins;
  private long leastVersion = 1;

  private TrustListEditor(RootDocument root, @Nullable TrustListDocument previous)
      throws PublishException {
    this.root = root;
    this.previous = previous;
    this.keys = KeyRing.of(root, previous == null ? List.of() : previous.keys());
    this.pins = new PinBoard(root, previous);
    if (previous != null) {
      pins.load(previous);
    }
  }

  /** For the first list of a scheme, under its newest root. */
  public static TrustListEditor first(SchemeRoots roots) {
    try {
      return new TrustListEditor(roots.newest(), null);
    } catch (PublishException e) {
      throw new IllegalStateException("nothing is listed yet", e);
    }
  }

  /**
   * For the list after a published one, under the newest root.
   *
   * @param previous under any root of the chain. After a rotation that took away a stolen key: the
   *     last list that is known to be good.
   * @throws PublishException DOCUMENT_FORMAT, WRONG_DOCUMENT, ENVIRONMENT; LIST_ROOT if its root is
   *     not in the chain; SIGNATURES_MISSING; KEY_PRESENT if a key stands in it twice
   */
  public static TrustListEditor after(SchemeRoots roots, SignedDocument previous)
      throws PublishException {
    return new TrustListEditor(roots.newest(), readList(roots, previous));
  }

  /** A list that the holders of the role signed, under any root of the chain. */
  static TrustListDocument readList(SchemeRoots roots, SignedDocument signed)
      throws PublishException {
    TrustListDocument list = DocumentContent.read(signed, TrustListDocument.class);
    RootDocument root =
        roots
            .find(list.version().rootVersion())
            .orElseThrow(() -> new PublishException(PublishFault.LIST_ROOT, list.version()));
    return DocumentContent.read(
        signed, TrustListDocument.class, root.environment(), root.role(Role.LIST));
  }

  /**
   * Adds a key.
   *
   * @throws PublishException KEY_PRESENT; KEY_UNSOUND; KID_CLASH if another key of the list, or a
   *     key of a role, has its identifier
   */
  public TrustListEditor add(IssuerKey key) throws PublishException {
    keys.add(key);
    return this;
  }

  /**
   * Another statement about a key that is listed: a new end, another issuer's name, a state.
   *
   * @throws PublishException KEY_UNKNOWN; KEY_STATE_UNDONE if the state that it has would go, get
   *     from revoked to retired, or begin later
   */
  public TrustListEditor update(IssuerKey statement) throws PublishException {
    keys.update(statement);
    return this;
  }

  /**
   * Puts a key away in good order.
   *
   * @param since passes issued at this second or later do not hold; rounded down to whole seconds
   * @throws PublishException KEY_UNKNOWN; KEY_STATE_UNDONE if it is revoked, or retired since
   *     earlier; TIMES
   */
  public TrustListEditor retire(CoseKey key, Instant since) throws PublishException {
    try {
      return state(key, KeyState.retired(since.truncatedTo(ChronoUnit.SECONDS)));
    } catch (InvalidValueException e) {
      throw PublishException.of(e);
    }
  }

  /**
   * Stops a key that others may have.
   *
   * @param since passes issued at this second or later do not hold; rounded down to whole seconds.
   *     A thief writes earlier times into passes, so for a stolen key: its first second, or 1970.
   * @throws PublishException KEY_UNKNOWN; KEY_STATE_UNDONE if it is retired or revoked since
   *     earlier; TIMES
   */
  public TrustListEditor revoke(CoseKey key, Instant since) throws PublishException {
    try {
      return state(key, KeyState.revoked(since.truncatedTo(ChronoUnit.SECONDS)));
    } catch (InvalidValueException e) {
      throw PublishException.of(e);
    }
  }

  private TrustListEditor state(CoseKey key, KeyState state) throws PublishException {
    return update(keys.get(key).toBuilder().state(state).build());
  }

  /**
   * Takes a key out; its passes end. A revoked key stays, or it could come back as a new one.
   *
   * @throws PublishException KEY_UNKNOWN, KEY_STATE_UNDONE
   */
  public TrustListEditor remove(CoseKey key) throws PublishException {
    keys.remove(key);
    return this;
  }

  /**
   * The statement about the key with this identifier.
   *
   * @throws PublishException KEY_UNKNOWN; KID_CLASH if there are several in a list of old
   */
  public IssuerKey find(KeyId id) throws PublishException {
    return keys.find(id);
  }

  /** The statements about keys as they are now; unmodifiable. */
  public Collection<IssuerKey> keys() {
    return keys.all();
  }

  /**
   * Puts a version of a status list in force, in place of an earlier one. Only under a new root may
   * it go back, and then {@link #unpinStatus} comes first.
   *
   * @throws PublishException ENVIRONMENT; VERSION_NOT_NEWER if a later version is pinned, or this
   *     one with other entries
   */
  public TrustListEditor pin(StatusListDocument list) throws PublishException {
    pins.pin(list);
    return this;
  }

  /**
   * Puts a document of another specification in force, in place of an earlier version. A policy is
   * checked as {@link #pinPolicy} does.
   *
   * @throws PublishException VERSION_NOT_NEWER if a later version is pinned, or this one with other
   *     bytes; for a policy also DOCUMENT_FORMAT, and PIN_MISMATCH if it says another name or
   *     version
   */
  public TrustListEditor pin(BundledDocument document, long version) throws PublishException {
    PolicyReview.require(root, document, version);
    pins.pin(document.pin(version));
    return this;
  }

  /**
   * Puts a policy in force, in place of an earlier version. Only under a new root may the same
   * version have other signatures, and then {@link #unpinDocument} comes first.
   *
   * @throws PublishException DOCUMENT_FORMAT, WRONG_DOCUMENT, ENVIRONMENT; ROLE_MISSING if the root
   *     has no policy role; SIGNATURES_MISSING; VERSION_NOT_NEWER if a later version is pinned, or
   *     this one with other bytes
   */
  public TrustListEditor pinPolicy(SignedDocument signed) throws PublishException {
    PolicyDocument policy = PolicyReview.require(root, signed);
    pins.pin(
        BundledDocument.of(PolicyDocument.PIN_KIND, policy.name(), signed.bytes())
            .pin(policy.version()));
    return this;
  }

  /**
   * Gives up a status list; what refers to it gets no answer any more.
   *
   * @throws PublishException LIST_UNKNOWN
   */
  public TrustListEditor unpinStatus(int list) throws PublishException {
    pins.unpinStatus(list);
    return this;
  }

  /**
   * Gives up a document of another specification.
   *
   * @throws PublishException LIST_UNKNOWN
   */
  public TrustListEditor unpinDocument(int kind, String name) throws PublishException {
    pins.unpinDocument(kind, name);
    return this;
  }

  /** The status lists in force as they are now, by number. */
  public List<StatusPin> statusPins() {
    return pins.status();
  }

  /** The other documents in force as they are now. */
  public List<DocumentPin> documentPins() {
    return pins.documents();
  }

  /**
   * Passes over versions below this one, where lists may have been published that this publisher
   * does not have.
   */
  public TrustListEditor leastVersion(long version) {
    leastVersion = version;
    return this;
  }

  /**
   * The list without signatures: version 1 under a new root, and otherwise one more than the
   * previous one.
   *
   * @throws PublishException TIMES, ISSUED_BEFORE_PREVIOUS, ROOT_EXPIRES_FIRST, VERSION_EXHAUSTED,
   *     TOO_MANY
   */
  public DocumentDraft draft(ListTimes times) throws PublishException {
    return DocumentDraft.of(build(times));
  }

  private TrustListDocument build(ListTimes times) throws PublishException {
    TrustListDocument list;
    try {
      TrustListDocument.Builder builder =
          TrustListDocument.builder(
                  root.environment(), version(), times.issuedAt(), times.expires(), times.closes())
              .statusExpires(times.statusExpires());
      keys.all().forEach(builder::key);
      pins.status().forEach(builder::status);
      pins.documents().forEach(builder::document);
      list = builder.build();
    } catch (InvalidValueException e) {
      throw PublishException.of(e);
    }
    requireTimes(root, previous, list);
    return list;
  }

  static void requireTimes(
      RootDocument root, @Nullable TrustListDocument previous, TrustListDocument list)
      throws PublishException {
    Instant before = previous == null ? root.issuedAt() : previous.issuedAt();
    PublishException.require(
        !list.issuedAt().isBefore(before) && !list.issuedAt().isBefore(root.issuedAt()),
        PublishFault.ISSUED_BEFORE_PREVIOUS,
        "trust-list");
    PublishException.require(
        !list.closes().isAfter(root.expires()), PublishFault.ROOT_EXPIRES_FIRST);
  }

  private TrustVersion version() throws PublishException {
    long next =
        previous != null && previous.version().rootVersion() == root.version()
            ? DocumentContent.versionAfter(previous.version().version())
            : 1;
    return TrustVersion.of(root.version(), Math.max(next, leastVersion));
  }

  /**
   * What a draft that somebody else made says, for those who are asked to sign it: everything that
   * it changes against the previous list was checked as if it had been made here. The changes made
   * to this editor do not count.
   *
   * @throws PublishException WRONG_DOCUMENT, ENVIRONMENT, LIST_ROOT, VERSION_NOT_NEWER, and as the
   *     changes and {@link #draft} do
   */
  public TrustListDocument check(DocumentDraft draft) throws PublishException {
    TrustListDocument list = draft.content(TrustListDocument.class);
    TrustListReview.require(root, previous, list);
    return list;
  }
}
