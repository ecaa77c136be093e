package io.greenqr.cli;

import io.greenqr.verify.admission.Site;
import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code JURISDICTION/PLACE} or {@code JURISDICTION/PLACE/ROLE}. */
final class SiteConverter implements ITypeConverter<Site> {
  @Override
  public Site convert(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length < 2 || parts.length > 3 || Arrays.asList(parts).contains("")) {
      throw new TypeConversionException(
          "'" + text + "' is no site like VN-SG/market or VN-SG/market/customer");
    }
    Site site = Site.of(parts[0], parts[1]);
    return parts.length == 2 ? site : site.withRole(parts[2]);
  }
}
