package shop.emporium.domain.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In which unit people read a weight. It is always kept in grams. */
public enum WeightUnit {
  G,
  KG,
  LB,
  OZ;

  /** How files and the database write it: in lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The unit of this code, in whatever case. */
  public static Optional<WeightUnit> of(String code) {
    return Arrays.stream(values()).filter(unit -> unit.name().equalsIgnoreCase(code)).findFirst();
  }
}
