package nl.besluitroute.proces;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.besluitroute.toegang.Accounts;
import nl.besluitroute.toegang.Gebruiker;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.identity.db.DbReadOnlyIdentityServiceProvider;
import org.camunda.bpm.engine.impl.identity.db.DbUserQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/**
 * Our accounts as the engine's users, one by one and by name. The engine keeps none of its own and
 * can make none; a password is asked on our own page alone.
 */
final class Identiteiten extends DbReadOnlyIdentityServiceProvider {
  private final Supplier<Accounts> accounts;

  private Identiteiten(Supplier<Accounts> accounts) {
    this.accounts = accounts;
  }

  static SessionFactory fabriek(Supplier<Accounts> accounts) {
    return new SessionFactory() {
      @Override
      public Class<?> getSessionType() {
        return ReadOnlyIdentityProvider.class;
      }

      @Override
      public Session openSession() {
        return new Identiteiten(accounts);
      }
    };
  }

  @Override
  public UserEntity findUserById(String naam) {
    return zoek(naam).orElse(null);
  }

  @Override
  public List<User> findUserByQueryCriteria(DbUserQueryImpl vraag) {
    return zoek(vraag.getId()).<User>map(u -> u).stream().toList();
  }

  @Override
  public long findUserCountByQueryCriteria(DbUserQueryImpl vraag) {
    return findUserByQueryCriteria(vraag).size();
  }

  @Override
  public boolean checkPassword(String naam, String wachtwoord) {
    return false;
  }

  private static UserEntity user(Gebruiker wie) {
    UserEntity user = new UserEntity(wie.naam());
    user.setFirstName(wie.weergave());
    return user;
  }

  private Optional<UserEntity> zoek(String naam) {
    if (naam == null) {
      return Optional.empty();
    }
    return accounts.get().zoek(naam).map(Identiteiten::user);
  }
}
