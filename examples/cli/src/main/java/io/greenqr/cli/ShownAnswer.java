package io.greenqr.cli;

import io.greenqr.format.pass.Assurance;
import io.greenqr.format.pass.ClaimKind;
import io.greenqr.format.policy.Language;
import io.greenqr.format.policy.PolicyDocument;
import io.greenqr.verify.Accepted;
import io.greenqr.verify.Verification;
import io.greenqr.verify.admission.Admission;
import io.greenqr.verify.admission.AdmissionView;
import io.greenqr.verify.admission.GuardResult;
import io.greenqr.verify.admission.ViewRole;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The part of an answer that a view may show. Times at which it changes tell when a person was
 * tested or declared something, so that shops do not get them either.
 */
final class ShownAnswer {
  private final Admission admission;
  private final List<Verification> passes;
  private final ViewRole role;
  private final Language language;
  private final AdmissionOrigin origin;

  ShownAnswer(
      Admission admission,
      List<Verification> passes,
      ViewRole role,
      Language language,
      AdmissionOrigin origin) {
    this.admission = admission;
    this.passes = passes;
    this.role = role;
    this.language = language;
    this.origin = origin;
  }

  /** What everybody may see: colour, code, site and policy. */
  Admission admission() {
    return admission;
  }

  AdmissionView view() {
    return admission.view(role);
  }

  ViewRole role() {
    return role;
  }

  Language language() {
    return language;
  }

  AdmissionOrigin origin() {
    return origin;
  }

  /** Local time of the policy, or UTC without one. */
  ZoneOffset offset() {
    return admission.policy().map(PolicyDocument::utcOffset).orElse(ZoneOffset.UTC);
  }

  private boolean isForShop() {
    return role == ViewRole.SHOP;
  }

  Optional<Instant> greenFrom() {
    return isForShop() ? Optional.empty() : admission.greenFrom();
  }

  Optional<Instant> holdsUntil() {
    return isForShop() ? Optional.empty() : admission.holdsUntil();
  }

  /** What was said of each code, in the order in which they were shown. */
  List<String> passCodes() {
    return isForShop() ? List.of() : passes.stream().map(Verification::code).toList();
  }

  List<GuardResult> guards() {
    return role == ViewRole.HEALTH_OFFICER ? admission.guards() : List.of();
  }

  /** The kinds of claims that were shown, and that nobody vouches for as the policy wants it. */
  List<ClaimKind> weakClaims() {
    List<ClaimKind> weak = new ArrayList<>();
    if (!isForShop()) {
      for (ClaimKind kind : ClaimKind.values()) {
        if (isShown(kind) && shown(kind).compareTo(needed(kind)) < 0) {
          weak.add(kind);
        }
      }
    }
    return weak;
  }

  private boolean isShown(ClaimKind kind) {
    return passes.stream()
        .anyMatch(it -> it instanceof Accepted pass && pass.pass().kinds().contains(kind));
  }

  Assurance.Level needed(ClaimKind kind) {
    return admission.assuranceNeeded().level(kind);
  }

  Assurance.Level shown(ClaimKind kind) {
    return admission.assuranceShown().level(kind);
  }
}
