package io.greenqr.cli;

import io.greenqr.format.trust.TrustVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which documents a directory has, by the names of its files. */
final class FileNames {
  /** Less than the largest version, which nobody counts up to. */
  private static final String NUMBER = "([1-9][0-9]{0,14})";

  private static final Pattern LIST = Pattern.compile("list-" + NUMBER + "\\." + NUMBER);
  private static final Pattern POLICY =
      Pattern.compile("(policy-[-.0-9A-Z_a-z]{1,20})\\." + NUMBER);
  private static final Pattern DELTA = Pattern.compile("delta-[0-9]{8}T[0-9]{6}Z(-[0-9]{4})?");

  private FileNames() {}

  /** The numbers between a beginning and an end, in ascending order. */
  static List<Long> numbers(Path directory, String start, String end) throws CliException {
    return find(directory, Pattern.compile(Pattern.quote(start) + NUMBER), end).stream()
        .map(it -> Long.valueOf(it.group(1)))
        .sorted()
        .toList();
  }

  /** The versions of trust lists, oldest first. */
  static List<TrustVersion> lists(Path directory, String end) throws CliException {
    return find(directory, LIST, end).stream()
        .map(it -> TrustVersion.of(Long.parseLong(it.group(1)), Long.parseLong(it.group(2))))
        .sorted()
        .toList();
  }

  /** The names of deltas without their end, oldest first. */
  static List<String> deltas(Path directory, String end) throws CliException {
    return find(directory, DELTA, end).stream().map(MatchResult::group).sorted().toList();
  }

  /** The newest version of each policy, by the beginning of the name of its file. */
  static Map<String, Long> policies(Path directory, String end) throws CliException {
    Map<String, Long> newest = new TreeMap<>();
    for (MatchResult file : find(directory, POLICY, end)) {
      newest.merge(file.group(1), Long.valueOf(file.group(2)), Math::max);
    }
    return newest;
  }

  private static List<MatchResult> find(Path directory, Pattern pattern, String end)
      throws CliException {
    List<MatchResult> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(end)) {
          Matcher matcher = pattern.matcher(name.substring(0, name.length() - end.length()));
          if (matcher.matches()) {
            found.add(matcher.toMatchResult());
          }
        }
      }
    } catch (IOException e) {
      throw LocalFile.unreadable(directory);
    }
    return found;
  }
}
