package shop.emporium.tests.defect;

import java.util.regex.Pattern;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/**
 * Takes the row locks out of every statement, and the condition out of the one that moves pieces,
 * while its switch is on. The EAR under test names it in its persistence unit, so that a torture
 * suite can be shown to fail when it has to.
 */
public class PlantedDefect implements StatementInspector {

  /** The system property that turns it on, while a node runs. */
  public static final String SWITCH = "test.planted.defect";

  private static final Pattern LOCK =
      Pattern.compile("\\s+FOR NO KEY UPDATE(?:\\s+OF\\s+[a-z]+)?+(?!\\s+SKIP)");

  private static final Pattern CONDITION = Pattern.compile("\\s+AND v\\.available >= m\\.taken");

  @Override
  public String inspect(String sql) {
    if (!"on".equals(System.getProperty(SWITCH))) {
      return sql;
    }
    return CONDITION.matcher(LOCK.matcher(sql).replaceAll("")).replaceAll("");
  }
}
