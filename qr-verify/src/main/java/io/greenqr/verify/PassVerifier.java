package io.greenqr.verify;

import io.greenqr.format.cose.SignedPass;
import io.greenqr.format.fault.FormatException;
import io.greenqr.format.fault.FormatFault;
import io.greenqr.format.trust.TrustVersion;
import io.greenqr.verify.internal.scratch.Workspaces;
import io.greenqr.verify.internal.signature.SignatureEngine;
import io.greenqr.verify.trust.TrustFreshness;
import io.greenqr.verify.trust.TrustList;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Verifies passes offline: text in, {@link Verification} out, whatever the text.
 *
 * <p>Thread-safe without locks: each verification works on one immutable snapshot of the trust,
 * which {@link #replaceTrust} swaps whole. One instance serves a whole application.
 */
public final class PassVerifier {
  /** Skew unless another is set: 5 minutes. */
  public static final Duration DEFAULT_SKEW = Duration.ofMinutes(5);

  /** Largest skew: 1 hour. */
  public static final Duration MAX_SKEW = Duration.ofHours(1);

  /**
   * No pass of this format was issued before 2021-01-01T00:00:00Z: a device that has lost its clock
   * usually shows 1970, 2000 or the year it was built.
   */
  public static final Instant FORMAT_EPOCH = Instant.parse("2021-01-01T00:00:00Z");

  /**
   * Memory for the tables of keys unless another is set: 64 MiB, or an eighth of what the Java
   * virtual machine may use if that is less. It is taken only as far as keys are there and in use.
   */
  public static final long DEFAULT_TABLE_MEMORY =
      Math.min(64L << 20, Runtime.getRuntime().maxMemory() / 8);

  private static final Workspaces<Signed> SIGNED = new Workspaces<>(Signed::new);

  private final Clock clock;
  private final PassChecks checks;
  private final SignatureEngine engine;
  private final Workspaces<PassBatch> batches;
  private volatile Snapshot snapshot;

  private PassVerifier(Builder builder) {
    this.clock = builder.clock;
    this.checks =
        new PassChecks(
            builder.skew,
            builder.clockNotBefore,
            builder.uncheckedStatusAllowed,
            builder.restrictedStatusAllowed);
    this.engine = builder.signatureCheck.engine(builder.tableMemory, builder.tableExecutor);
    this.batches = new Workspaces<>(() -> new PassBatch(engine.batch()));
    this.snapshot = Snapshot.of(builder.trust, engine);
    Rehearsal.of(snapshot.keys());
  }

  /**
   * Starts a verifier.
   *
   * @param trust the keys
   * @param clock the time; a device whose clock is set by its user gives no sound verdicts
   */
  public static Builder builder(TrustList trust, Clock clock) {
    return new Builder(trust, clock);
  }

  /** A verifier with all defaults. */
  public static PassVerifier of(TrustList trust, Clock clock) {
    return builder(trust, clock).build();
  }

  /**
   * Verifies from now on with {@code trust}; verifications under way finish with the old list.
   *
   * <p>Of two signed lists the one with the later version stays: two threads that hand over what
   * they updated may come here in the other order.
   *
   * @throws IllegalArgumentException if the implementation of signatures cannot use a key; the old
   *     list then stays in force
   */
  public synchronized void replaceTrust(TrustList trust) {
    Snapshot held = snapshot;
    if (!isOlder(trust, held.trust())) {
      snapshot = held.replacedBy(trust, engine);
    }
  }

  private static boolean isOlder(TrustList trust, TrustList held) {
    TrustVersion version = trust.version().orElse(null);
    TrustVersion heldVersion = held.version().orElse(null);
    return version != null && heldVersion != null && version.compareTo(heldVersion) < 0;
  }

  /**
   * Verifies a QR text or SMS text exactly as given; what hardware scanners add is taken off by
   * {@link io.greenqr.verify.reader.ScannerInput} before.
   *
   * @return the answer; this method never throws, and null is a text like any other
   */
  public Verification verify(@Nullable String text) {
    SignedPass signed;
    try {
      signed = SignedPass.parseText(text == null ? "" : text);
    } catch (FormatException e) {
      return Rejected.of(rejectionOfText(e.fault()), e);
    }
    return verify(signed);
  }

  /**
   * Verifies the bytes of a pass, for channels that carry bytes.
   *
   * @return the answer; this method never throws, and null is no bytes
   */
  public Verification verify(byte @Nullable [] bytes) {
    try {
      return verify(SignedPass.parse(bytes == null ? new byte[0] : bytes));
    } catch (FormatException e) {
      return Rejected.of(Rejection.ENVELOPE, e);
    }
  }

  private static Rejection rejectionOfText(FormatFault fault) {
    return switch (fault.layer()) {
      case TEXT_FORM -> Rejection.TEXT_FORM;
      case TEXT_ENCODING -> Rejection.TEXT_ENCODING;
      default -> Rejection.ENVELOPE;
    };
  }

  private Verification verify(SignedPass signed) {
    Snapshot held = snapshot;
    Instant now = clock.instant();
    TrustFreshness freshness = held.trust().freshnessAt(now);
    Rejection closed = rejectionOfTrust(freshness);
    return closed == null ? verify(signed, held, now, freshness) : Rejected.of(closed);
  }

  private static @Nullable Rejection rejectionOfTrust(TrustFreshness freshness) {
    return switch (freshness) {
      case MISSING -> Rejection.TRUST_MISSING;
      case CLOSED -> Rejection.TRUST_CLOSED;
      default -> null;
    };
  }

  private Verification verify(
      SignedPass signed, Snapshot held, Instant now, TrustFreshness freshness) {
    List<Snapshot.Key> candidates = held.find(signed.keyId());
    Rejection furthest = Rejection.KEY_UNKNOWN;
    // Identifiers collide: a key that does not fit never stands in the way of one that does, nor
    // the other way round. Of several failures the one that came furthest is told.
    for (int i = 0; i < candidates.size(); i++) {
      Snapshot.Key key = candidates.get(i);
      Rejection rejection = checks.ofKey(signed, key, held, now);
      if (rejection == null && isSigned(signed, key)) {
        return checks.ofContent(signed, key, held, now, freshness);
      }
      Rejection failure = rejection == null ? Rejection.SIGNATURE : rejection;
      furthest = failure.compareTo(furthest) > 0 ? failure : furthest;
    }
    return Rejected.of(furthest);
  }

  private static boolean isSigned(SignedPass pass, Snapshot.Key key) {
    Signed signed = SIGNED.borrow();
    signed.read(pass);
    boolean valid = key.prepared().verifies(signed.message(), signed.length(), signed.signature());
    SIGNED.giveBack(signed);
    return valid;
  }

  /**
   * Verifies several texts, as {@link #verify(String)} does each, with one reading of the clock and
   * one state of the trust for all of them. Signatures are checked side by side and share work, up
   * to 64 at a time.
   *
   * @param texts any number; null is a text like any other
   * @return the answers, in the order of the texts; nothing is thrown but what the list throws
   */
  public List<Verification> verifyAll(List<? extends @Nullable String> texts) {
    Snapshot held = snapshot;
    Instant now = clock.instant();
    TrustFreshness freshness = held.trust().freshnessAt(now);
    Rejection closed = rejectionOfTrust(freshness);
    // A copy: a list that changes meanwhile would end this half way.
    @Nullable String[] copy = texts.toArray(new String[0]);
    Verification[] answers = new Verification[copy.length];
    PassBatch batch = batches.borrow();
    for (int i = 0; i < answers.length; i++) {
      SignedPass signed;
      String text = copy[i];
      try {
        signed = SignedPass.parseText(text == null ? "" : text);
      } catch (FormatException e) {
        answers[i] = Rejected.of(rejectionOfText(e.fault()), e);
        continue;
      }
      if (closed != null) {
        answers[i] = Rejected.of(closed);
        continue;
      }
      List<Snapshot.Key> candidates = held.find(signed.keyId());
      if (candidates.size() != 1) {
        answers[i] = verify(signed, held, now, freshness);
        continue;
      }
      Snapshot.Key key = candidates.get(0);
      Rejection rejection = checks.ofKey(signed, key, held, now);
      if (rejection != null) {
        answers[i] = Rejected.of(rejection);
        continue;
      }
      batch.add(i, signed, key);
      if (batch.isFull()) {
        answerBatch(batch, answers, held, now, freshness);
      }
    }
    answerBatch(batch, answers, held, now, freshness);
    batches.giveBack(batch);
    return Collections.unmodifiableList(Arrays.asList(answers));
  }

  private void answerBatch(
      PassBatch batch,
      Verification[] answers,
      Snapshot held,
      Instant now,
      TrustFreshness freshness) {
    boolean[] valid = batch.decide();
    for (int i = 0; i < batch.count(); i++) {
      answers[batch.place(i)] =
          valid[i]
              ? checks.ofContent(batch.pass(i), batch.key(i), held, now, freshness)
              : Rejected.of(Rejection.SIGNATURE);
    }
    batch.clear();
  }

  /** Collects the settings. */
  public static final class Builder {
    private final TrustList trust;
    private final Clock clock;
    private Duration skew = DEFAULT_SKEW;
    private SignatureCheck signatureCheck = SignatureCheck.precomputed();
    private long tableMemory = DEFAULT_TABLE_MEMORY;
    private Executor tableExecutor = TableThread.EXECUTOR;
    private Instant clockNotBefore = FORMAT_EPOCH;
    private boolean uncheckedStatusAllowed;
    private boolean restrictedStatusAllowed;

    private Builder(TrustList trust, Clock clock) {
      this.trust = trust;
      this.clock = clock;
    }

    /**
     * How far this clock and an issuer's may be apart, for all times alike.
     *
     * @param tolerance 0 to {@link #MAX_SKEW}
     * @throws IllegalArgumentException if it is outside
     */
    public Builder skew(Duration tolerance) {
      if (tolerance.isNegative() || tolerance.compareTo(MAX_SKEW) > 0) {
        throw new IllegalArgumentException("skew " + tolerance);
      }
      skew = tolerance;
      return this;
    }

    /** The implementation that checks signatures. */
    public Builder signatureCheck(SignatureCheck check) {
      signatureCheck = check;
      return this;
    }

    /**
     * Memory for the tables of all keys, with {@link SignatureCheck#precomputed}. What a key gets
     * of it depends on how many there are and how much each is used. Before the first verification
     * it is 8 KB (Ed25519: 12 KB); keys in use get 64 KB and those used most 832 KB (48 KB). Where
     * there is not as much for each, keys get 0.5 KB (0.75 KB), whatever is set here. The tables of
     * the base points come on top, once for all verifiers: 20 KB, and 6.5 MB as soon as keys are in
     * use of a verifier that has any memory at all.
     *
     * @param bytes 0 or more; {@link #DEFAULT_TABLE_MEMORY} unless set
     * @throws IllegalArgumentException if it is negative
     */
    public Builder tableMemory(long bytes) {
      if (bytes < 0) {
        throw new IllegalArgumentException("bytes " + bytes);
      }
      tableMemory = bytes;
      return this;
    }

    /**
     * Where wide tables are built: a millisecond a key, and ten for a key that is used most, once
     * keys have been used 16 times and then ever more rarely. Without this it is one daemon thread
     * for all verifiers, which ends when it has had nothing to do for some seconds. An executor
     * that runs tasks at once makes the verification wait that asked for them.
     */
    public Builder tableExecutor(Executor executor) {
      tableExecutor = executor;
      return this;
    }

    /**
     * A time that has certainly passed, such as that of the application's build or of its last
     * contact with a server: a clock that shows less is suspect. Never lowered below {@link
     * #FORMAT_EPOCH}.
     */
    public Builder clockNotBefore(Instant passed) {
      clockNotBefore = passed.isAfter(FORMAT_EPOCH) ? passed : FORMAT_EPOCH;
      return this;
    }

    /**
     * Accepts passes that name a status list although pinned keys come without any: a pass that its
     * issuer has revoked is then accepted until it expires. A signed trust list is not loosened by
     * this: there a list that is not at hand stays a rejection.
     */
    public Builder allowUncheckedStatus() {
      uncheckedStatusAllowed = true;
      return this;
    }

    /**
     * Accepts passes that hold in some places only; the application then looks at {@link
     * Accepted#status} and decides whether this is one of them.
     */
    public Builder allowRestrictedStatus() {
      restrictedStatusAllowed = true;
      return this;
    }

    /**
     * The verifier.
     *
     * @throws IllegalArgumentException if the implementation of signatures cannot use a key
     */
    public PassVerifier build() {
      return new PassVerifier(this);
    }
  }
}
