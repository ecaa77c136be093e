package io.greenqr.issue.trust;

import io.greenqr.format.trust.DocumentPin;
import io.greenqr.format.trust.Environment;
import io.greenqr.format.trust.RootDocument;
import io.greenqr.format.trust.StatusListDocument;
import io.greenqr.format.trust.StatusPin;
import io.greenqr.format.trust.TrustListDocument;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a trust list puts in force, and how it may change: versions only grow.
 *
 * <p>Gates compare with the list that they hold, under the same root (docs/spec/trust.md section
 * 6). So giving up a pin does not make room for an older version: a gate that did not see the list
 * in between would refuse all that follow.
 */
final class PinBoard {
  private final Environment environment;
  private final Map<Integer, StatusPin> status = new TreeMap<>();
  private final Map<String, DocumentPin> documents = new TreeMap<>();
  private final Map<Integer, StatusPin> leastStatus = new HashMap<>();
  private final Map<String, DocumentPin> leastDocuments = new HashMap<>();

  /** An empty board that knows below what the pins of a list after {@code previous} are not. */
  PinBoard(RootDocument root, @Nullable TrustListDocument previous) {
    this.environment = root.environment();
    if (previous != null && previous.version().rootVersion() == root.version()) {
      previous.statusPins().forEach(pin -> leastStatus.put(pin.list(), pin));
      previous.documentPins().forEach(pin -> leastDocuments.put(name(pin), pin));
    }
  }

  /** The pins of the previous list, as a start. */
  void load(TrustListDocument previous) {
    previous.statusPins().forEach(pin -> status.put(pin.list(), pin));
    previous.documentPins().forEach(pin -> documents.put(name(pin), pin));
  }

  static String name(DocumentPin pin) {
    return name(pin.kind(), pin.name());
  }

  /** Names have no blanks. */
  static String name(int kind, String name) {
    return kind + " " + name;
  }

  void pin(StatusListDocument list) throws PublishException {
    PublishException.require(
        list.environment() == environment, PublishFault.ENVIRONMENT, list.list());
    pin(list.pin());
  }

  void pin(StatusPin pin) throws PublishException {
    PublishException.require(
        follows(status.get(pin.list()), pin) && follows(leastStatus.get(pin.list()), pin),
        PublishFault.VERSION_NOT_NEWER,
        pin.list());
    status.put(pin.list(), pin);
  }

  private static boolean follows(@Nullable StatusPin before, StatusPin pin) {
    return before == null || before.equals(pin) || pin.version() > before.version();
  }

  void pin(DocumentPin pin) throws PublishException {
    String name = name(pin);
    PublishException.require(
        follows(documents.get(name), pin) && follows(leastDocuments.get(name), pin),
        PublishFault.VERSION_NOT_NEWER,
        name);
    documents.put(name, pin);
  }

  private static boolean follows(@Nullable DocumentPin before, DocumentPin pin) {
    return before == null || before.equals(pin) || pin.version() > before.version();
  }

  void unpinStatus(int list) throws PublishException {
    PublishException.require(status.remove(list) != null, PublishFault.LIST_UNKNOWN, list);
  }

  void unpinDocument(int kind, String name) throws PublishException {
    PublishException.require(
        documents.remove(name(kind, name)) != null, PublishFault.LIST_UNKNOWN, name(kind, name));
  }

  List<StatusPin> status() {
    return List.copyOf(status.values());
  }

  List<DocumentPin> documents() {
    return List.copyOf(documents.values());
  }
}
