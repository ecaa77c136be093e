package io.greenqr.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.android.tools.r8.CompilationFailedException;
import com.android.tools.r8.D8;
import com.android.tools.r8.D8Command;
import com.android.tools.r8.Diagnostic;
import com.android.tools.r8.DiagnosticsHandler;
import com.android.tools.r8.OutputMode;
import com.android.tools.r8.origin.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compiles the built jars that phones embed for Android 8 (API 26), each on its own, the way an
 * application's build does it with a library that it downloads.
 */
class AndroidDexTest {
  private static final int MIN_API = 26;

  @TempDir Path out;

  @ParameterizedTest
  @ValueSource(strings = {"format", "verify"})
  void theJarCompilesForAndroid(String library) {
    Path jar = Path.of(System.getProperty("greenqr.jar." + library));
    assertTrue(Files.isRegularFile(jar), () -> jar + " is not built: run `mvn verify`");

    List<String> errors = dex(command -> command.addProgramFiles(jar));

    assertEquals(List.of(), errors);
    assertTrue(Files.isRegularFile(out.resolve("classes.dex")), "D8 wrote no dex file");
  }

  /**
   * Holds the test above against something that must fail: else it could pass by seeing nothing.
   */
  @Test
  void aRecordIsRefused() throws IOException {
    byte[] record = bytesOf(Pair.class);

    List<String> errors = dex(command -> command.addClassProgramData(record, Origin.unknown()));

    assertFalse(errors.isEmpty(), "D8 accepted a record");
  }

  /** D8 cannot compile a record, public or not, without knowing the rest of the application. */
  private record Pair(int left, int right) {}

  private List<String> dex(Consumer<D8Command.Builder> program) {
    ErrorList errors = new ErrorList();
    D8Command.Builder command =
        D8Command.builder(errors)
            .setMinApiLevel(MIN_API)
            .setIntermediate(true)
            .setOutput(out, OutputMode.DexIndexed);
    program.accept(command);
    try {
      D8.run(command.build());
    } catch (CompilationFailedException e) {
      errors.messages.add(String.valueOf(e.getMessage()));
    }
    return errors.messages;
  }

  private static byte[] bytesOf(Class<?> type) throws IOException {
    String file = type.getName().substring(type.getPackageName().length() + 1) + ".class";
    try (InputStream in = type.getResourceAsStream(file)) {
      return in.readAllBytes();
    }
  }

  private static final class ErrorList implements DiagnosticsHandler {
    private final List<String> messages = new ArrayList<>();

    @Override
    public void error(Diagnostic error) {
      messages.add(error.getOrigin() + ": " + error.getDiagnosticMessage());
    }
  }
}
