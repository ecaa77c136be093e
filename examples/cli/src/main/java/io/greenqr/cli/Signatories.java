package io.greenqr.cli;

import io.greenqr.format.cose.CoseKey;
import io.greenqr.format.cose.DocumentType;
import io.greenqr.format.trust.Role;
import io.greenqr.format.trust.RoleKeys;
import io.greenqr.format.trust.RootDocument;
import io.greenqr.issue.trust.DocumentDraft;
import io.greenqr.issue.trust.PublishException;
import io.greenqr.issue.trust.SchemeRoots;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who must sign a document, as far as that is known. */
final class Signatories {
  private final DocumentDraft draft;
  private final Map<String, RoleKeys> roles;
  private final boolean known;

  private Signatories(DocumentDraft draft, Map<String, RoleKeys> roles, boolean known) {
    this.draft = draft;
    this.roles = roles;
    this.known = known;
  }

  /**
   * The roles for a draft.
   *
   * @param roots of the scheme; null if they are not at hand: only a root says itself who signs it,
   *     and from the second on not everybody
   */
  static Signatories of(DocumentDraft draft, @Nullable SchemeRoots roots) throws PublishException {
    Map<String, RoleKeys> roles = new LinkedHashMap<>();
    if (draft.type() == DocumentType.ROOT) {
      RootDocument root = draft.content(RootDocument.class);
      roles.put("root " + root.version(), root.role(Role.ROOT));
      RootDocument before = roots == null ? null : roots.find(root.version() - 1).orElse(null);
      if (before != null) {
        roles.put("root " + before.version(), before.role(Role.ROOT));
      }
      return new Signatories(draft, roles, root.version() == 1 || before != null);
    }
    if (roots != null) {
      Role role = role(draft.type());
      roots.newest().find(role).ifPresent(keys -> roles.put(role.jsonName(), keys));
    }
    return new Signatories(draft, roles, !roles.isEmpty());
  }

  private static Role role(DocumentType type) {
    return switch (type) {
      case ROOT -> Role.ROOT;
      case TRUST_LIST -> Role.LIST;
      case STATUS_LIST, STATUS_DELTA -> Role.STATUS;
      case FRESHNESS_CARD -> Role.FRESHNESS;
      case POLICY -> Role.POLICY;
    };
  }

  /** Throws if the key's signature would count for nothing, which its holder should know. */
  void requireHolder(CoseKey key) throws CliException {
    if (known && roles.values().stream().noneMatch(it -> it.keys().contains(key))) {
      throw new CliException(
          GreenQr.USAGE,
          "NOT_A_HOLDER",
          key + ": holds no role that signs a " + draft.type().jsonName());
    }
  }

  /** How many more must sign; at least, if not all roles are known. */
  int missing() {
    return roles.values().stream().mapToInt(draft::missing).sum();
  }

  boolean areComplete() {
    return known && missing() == 0;
  }

  /** The roles, for {@link DocumentDraft#complete}. */
  RoleKeys[] roles() {
    return roles.values().toArray(new RoleKeys[0]);
  }

  /** One line a role: how many signed, and who still may. */
  List<String> words() {
    List<String> lines = new ArrayList<>();
    roles.forEach(
        (name, role) -> {
          Set<CoseKey> signed = draft.signersOf(role);
          String line = "  %s: %d of %d signed".formatted(name, signed.size(), role.threshold());
          int missing = draft.missing(role);
          if (missing > 0) {
            String others =
                role.keys().stream()
                    .filter(key -> !signed.contains(key))
                    .map(CoseKey::toString)
                    .collect(Collectors.joining(", "));
            line += "; missing " + missing + " of " + others;
          }
          lines.add(line);
        });
    if (!known) {
      lines.add("  the roots of the scheme are not at hand, so others may have to sign as well");
    }
    return lines;
  }
}
