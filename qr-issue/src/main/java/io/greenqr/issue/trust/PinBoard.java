package io.greenqr.issue.trust;

import io.greenqr.format.trust.DocumentPin;
import io.greenqr.format.trust.Environment;
import io.greenqr.format.trust.StatusListDocument;
import io.greenqr.format.trust.StatusPin;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a trust list puts in force, and how it may change: versions only grow. */
final class PinBoard {
  private final Environment environment;
  private final Map<Integer, StatusPin> status = new TreeMap<>();
  private final Map<String, DocumentPin> documents = new TreeMap<>();

  PinBoard(Environment environment) {
    this.environment = environment;
  }

  void load(StatusPin pin) {
    status.put(pin.list(), pin);
  }

  void load(DocumentPin pin) {
    documents.put(name(pin), pin);
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
    StatusPin before = status.get(pin.list());
    PublishException.require(
        before == null || before.equals(pin) || pin.version() > before.version(),
        PublishFault.VERSION_NOT_NEWER,
        pin.list());
    load(pin);
  }

  void pin(DocumentPin pin) throws PublishException {
    String name = name(pin);
    DocumentPin before = documents.get(name);
    PublishException.require(
        before == null || before.equals(pin) || pin.version() > before.version(),
        PublishFault.VERSION_NOT_NEWER,
        name);
    load(pin);
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
