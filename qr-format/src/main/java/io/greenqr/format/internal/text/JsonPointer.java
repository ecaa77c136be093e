package io.greenqr.format.internal.text;

/** JSON Pointers (RFC 6901) for faults, which end on screens and in logs. */
public final class JsonPointer {
  /** Characters of a foreign member name that a fault repeats. */
  private static final int MAX_NAME = 40;

  private JsonPointer() {}

  /** The pointer to the member {@code name} of the object at {@code pointer}. */
  public static String child(String pointer, String name) {
    StringBuilder out = new StringBuilder(pointer).append('/');
    for (int i = 0; i < Math.min(name.length(), MAX_NAME); i++) {
      char c = name.charAt(i);
      if (c == '~') {
        out.append("~0");
      } else if (c == '/') {
        out.append("~1");
      } else {
        // Characters of a foreign name that steer terminals and logs, or turn their text around.
        out.append(Visible.is(c) ? c : '?');
      }
    }
    return out.toString();
  }
}
