package io.greenqr.format.code;

import java.util.Optional;

/**
 * Vaccines against COVID-19 in use, with the codes of the EU Digital COVID Certificate value sets
 * {@code vaccine-medicinal-product}, {@code vaccine-prophylaxis} and {@code vaccine-mah-manf}
 * (schema 1.3.0 and later).
 *
 * <p>{@code mp} is empty where the value sets have no entry of the product's own; such a dose does
 * not convert to an EU certificate.
 */
public enum VaccineProduct implements TableCode {
  /** Comirnaty, BioNTech and Pfizer: mRNA. */
  COMIRNATY(1, "comirnaty", "EU/1/20/1528", Prophylaxis.MRNA, "ORG-100030215"),
  /** Spikevax, Moderna: mRNA. */
  SPIKEVAX(2, "spikevax", "EU/1/20/1507", Prophylaxis.MRNA, "ORG-100031184"),
  /** Vaxzevria, AstraZeneca: viral vector. */
  VAXZEVRIA(3, "vaxzevria", "EU/1/21/1529", Prophylaxis.ANY, "ORG-100001699"),
  /** Jcovden, Janssen: viral vector, a course of one dose. */
  JANSSEN(4, "janssen", "EU/1/20/1525", Prophylaxis.ANY, "ORG-100001417"),
  /** Sputnik V, Gamaleya institute: viral vector. */
  SPUTNIK_V(5, "sputnik-v", "Sputnik-V", Prophylaxis.ANY, "Gamaleya-Research-Institute"),
  /** Vero Cell (BBIBP-CorV), Sinopharm Beijing: inactivated. */
  VERO_CELL(6, "vero-cell", "BBIBP-CorV", Prophylaxis.ANY, "ORG-100020693"),
  /** CoronaVac, Sinovac: inactivated. */
  CORONAVAC(7, "coronavac", "CoronaVac", Prophylaxis.ANY, "Sinovac-Biotech"),
  /** Covaxin, Bharat Biotech: inactivated. */
  COVAXIN(8, "covaxin", "Covaxin", Prophylaxis.ANY, "Bharat-Biotech"),
  /** Nuvaxovid, Novavax: protein subunit. */
  NUVAXOVID(9, "nuvaxovid", "EU/1/21/1618", Prophylaxis.ANTIGEN, "ORG-100032020"),
  /** Hayat-Vax, G42 with Sinopharm: inactivated; no entry of its own in the EU value sets. */
  HAYAT_VAX(10, "hayat-vax", "", Prophylaxis.ANY, ""),
  /** Abdala, CIGB: protein subunit, a course of three doses; not in value set 1.3.0. */
  ABDALA(11, "abdala", "", Prophylaxis.ANTIGEN, "");

  /** SNOMED CT or ATC code of the vaccine type, as the EU value set uses them. */
  private static final class Prophylaxis {
    static final String MRNA = "1119349007";
    static final String ANTIGEN = "1119305005";
    static final String ANY = "J07BX03";
  }

  private final int code;
  private final String jsonName;
  private final String medicinalProduct;
  private final String prophylaxis;
  private final String manufacturer;

  VaccineProduct(
      int code, String jsonName, String medicinalProduct, String prophylaxis, String manufacturer) {
    this.code = code;
    this.jsonName = jsonName;
    this.medicinalProduct = medicinalProduct;
    this.prophylaxis = prophylaxis;
    this.manufacturer = manufacturer;
  }

  @Override
  public int code() {
    return code;
  }

  @Override
  public String jsonName() {
    return jsonName;
  }

  /** The EU certificate's {@code mp}; empty if it has none for this product. */
  public Optional<String> dccMedicinalProduct() {
    return medicinalProduct.isEmpty() ? Optional.empty() : Optional.of(medicinalProduct);
  }

  /** The EU certificate's {@code vp}: a SNOMED CT concept, or the ATC code of all such vaccines. */
  public String dccProphylaxis() {
    return prophylaxis;
  }

  /** The EU certificate's {@code ma}; empty if it has none for this product. */
  public Optional<String> dccManufacturer() {
    return manufacturer.isEmpty() ? Optional.empty() : Optional.of(manufacturer);
  }
}
