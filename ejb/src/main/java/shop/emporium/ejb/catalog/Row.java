package shop.emporium.ejb.catalog;

import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Reads one row of a native query by column name. */
final class Row {

  private final Tuple tuple;

  Row(Tuple tuple) {
    this.tuple = tuple;
  }

  String text(String column) {
    return (String) tuple.get(column);
  }

  long id(String column) {
    return ((Number) tuple.get(column)).longValue();
  }

  int number(String column) {
    return ((Number) tuple.get(column)).intValue();
  }

  /** A number, or 0 where the column is null. */
  int numberOrZero(String column) {
    return tuple.get(column) == null ? 0 : number(column);
  }

  BigDecimal decimal(String column) {
    return (BigDecimal) tuple.get(column);
  }

  boolean flag(String column) {
    return Boolean.TRUE.equals(tuple.get(column));
  }

  /** An amount in minor units, or null where the column is null. */
  Money money(String column, String currencyColumn) {
    Number minor = (Number) tuple.get(column);
    return minor == null
        ? null
        : Money.ofMinor(CurrencyUnit.of(text(currencyColumn)), minor.longValue());
  }
}
