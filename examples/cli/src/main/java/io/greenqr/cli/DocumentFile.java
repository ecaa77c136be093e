package io.greenqr.cli;

import io.greenqr.format.cose.DocumentType;
import io.greenqr.format.cose.SignedDocument;
import io.greenqr.format.fault.FormatException;
import io.greenqr.issue.trust.DocumentDraft;
import java.nio.file.Path;

/** Signed documents and drafts in files ({@code .gqd}). */
final class DocumentFile {
  private DocumentFile() {}

  /** A document or draft of any kind; its signatures are not verified. */
  static SignedDocument any(Path file) throws CliException {
    byte[] bytes = bytes(file);
    try {
      return SignedDocument.parseDraft(bytes);
    } catch (FormatException e) {
      throw noDocument(file, e);
    }
  }

  /** A draft, whose payload was decoded. */
  static DocumentDraft draft(Path file) throws CliException {
    byte[] bytes = bytes(file);
    try {
      return DocumentDraft.read(bytes);
    } catch (FormatException e) {
      throw noDocument(file, e);
    }
  }

  /** The lines of {@link DocumentWords}. */
  static Iterable<String> words(Path file, SignedDocument document) throws CliException {
    try {
      return DocumentWords.of(document);
    } catch (FormatException e) {
      throw noDocument(file, e);
    }
  }

  /** The same of a draft: what is shown is what is signed, and not what the file has become. */
  static Iterable<String> words(Path file, DocumentDraft draft) throws CliException {
    try {
      return DocumentWords.of(SignedDocument.parseDraft(draft.bytes()));
    } catch (FormatException e) {
      throw noDocument(file, e);
    }
  }

  private static byte[] bytes(Path file) throws CliException {
    return LocalFile.bytes(file, DocumentType.STATUS_DELTA.maxBytes());
  }

  private static CliException noDocument(Path file, FormatException e) {
    return new CliException(
        GreenQr.UNREADABLE, e.fault().name(), file + ": no document, at byte " + e.offset());
  }
}
