package nl.besluitroute.ondersteuning;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every class on the shared server finds the demo's content as it was at the start: the first one
 * lays a copy of each table aside, the others begin with that copy put back. So no class can make
 * or break another, in whatever order they run.
 */
class VersDemo implements TestExecutionListener {
  private static final String OPZIJ = "OPZIJ";
  private static final String TABELLEN =
      "select table_name from information_schema.tables where table_schema = ? and table_type = 'BASE TABLE'";

  @Override
  public void beforeTestClass(TestContext test) {
    DataSource bron = test.getApplicationContext().getBean(DataSource.class);
    new TransactionTemplate(new DataSourceTransactionManager(bron))
        .executeWithoutResult(transactie -> legTerug(new JdbcTemplate(bron)));
  }

  private static void legTerug(JdbcTemplate jdbc) {
    List<String> opzij = tabellen(jdbc, OPZIJ);
    if (opzij.isEmpty()) {
      jdbc.execute("create schema " + OPZIJ);
      tabellen(jdbc, "PUBLIC").forEach(t -> jdbc.execute("create table " + OPZIJ + "." + t + " as select * from PUBLIC." + t));
      return;
    }
    jdbc.execute("set referential_integrity false");
    for (String tabel : opzij) {
      jdbc.execute("truncate table PUBLIC." + tabel);
      jdbc.execute("insert into PUBLIC." + tabel + " select * from " + OPZIJ + "." + tabel);
    }
    jdbc.execute("set referential_integrity true");
  }

  private static List<String> tabellen(JdbcTemplate jdbc, String schema) {
    return jdbc.queryForList(TABELLEN, String.class, schema);
  }
}
