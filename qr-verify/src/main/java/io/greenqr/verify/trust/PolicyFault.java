package io.greenqr.verify.trust;

/**
 * Why a policy that the trust list pins is not used. The names are stable codes; {@code
 * docs/errors.md} explains each one, and docs/spec/policy.md section 2 has what is asked.
 */
public enum PolicyFault {
  /** The newest root gives nobody the policy role. */
  POLICY_ROLE,
  /** The document is not at hand: no bundle brought it. */
  POLICY_ABSENT,
  /** Bytes that break a rule of the format; the format fault says which. */
  POLICY_FORMAT,
  /** Not enough holders of the policy role of the newest root signed it. */
  POLICY_SIGNATURES,
  /** A policy of the other environment: test at a production gate, or the reverse. */
  POLICY_ENVIRONMENT,
  /** It says another name or version than the pin. */
  POLICY_PIN
}
