package shop.emporium.ejb.customer;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import shop.emporium.ejb.shared.LiveSetting;

/**
 * Makes and checks what is stored of passwords: Argon2id with OWASP's parameters, 19 MiB of memory
 * and two passes, or more where the operator says so.
 *
 * <p>Each takes a processor for some hundredths of a second, and memory for as long. So a node
 * hashes two at once and lets a few more wait, but not for long: a flood of sign-ins is answered
 * with {@link BusyException} and leaves processors, memory and threads to those who shop. Callers
 * hold no transaction meanwhile.
 *
 * <p>A password is the same however a keyboard composes its letters (Unicode's NFKC).
 */
@ApplicationScoped
public class PasswordHashing {

  private static final int AT_ONCE = 2;
  private static final int WAITING = 14;
  private static final long LONGEST_WAIT_SECONDS = 3;

  private static final int LEAST_KIBIBYTES = 19 * 1024;
  private static final int LEAST_PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final LiveSetting memory = new LiveSetting("store.password.memory");
  private final LiveSetting passes = new LiveSetting("store.password.passes");

  private final Semaphore places = new Semaphore(AT_ONCE + WAITING);
  private final Semaphore workers = new Semaphore(AT_ONCE, true);

  /**
   * What is stored of a password: parameters, salt and hash in one text.
   *
   * @throws BusyException when too many wait
   */
  public String hash(String password) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return inTurn(() -> function().hash(bytes(password), salt).getResult());
  }

  /**
   * Whether it is this password of which that was stored.
   *
   * @throws BusyException when too many wait
   */
  public boolean matches(String password, String stored) {
    return inTurn(
        () -> thatOf(stored).check(bytes(password), stored.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Takes as long as {@link #matches}, for when there is nothing to compare with and nobody shall
   * notice.
   *
   * @throws BusyException when too many wait
   */
  public void pretend(String password) {
    hash(password);
  }

  /** Whether it was stored with less effort than what is stored now. */
  public boolean isOutdated(String stored) {
    Argon2Function then = thatOf(stored);
    Argon2Function now = function();
    return then.getVariant() != now.getVariant()
        || then.getMemory() < now.getMemory()
        || then.getIterations() < now.getIterations()
        || then.getOutputLength() < now.getOutputLength();
  }

  private Argon2Function function() {
    return outside(
        () ->
            Argon2Function.getInstance(
                atLeast(LEAST_KIBIBYTES, memory),
                atLeast(LEAST_PASSES, passes),
                LANES,
                HASH_BYTES,
                Argon2.ID));
  }

  private static Argon2Function thatOf(String stored) {
    return outside(() -> Argon2Function.getInstanceFromHash(stored));
  }

  /**
   * The library makes a shutdown hook with each function that it keeps. A thread holds the class
   * loader that its maker had, and that of the shop would stay when the shop is deployed anew.
   */
  private static Argon2Function outside(Supplier<Argon2Function> maker) {
    Thread thread = Thread.currentThread();
    ClassLoader ours = thread.getContextClassLoader();
    thread.setContextClassLoader(Argon2Function.class.getClassLoader());
    try {
      return maker.get();
    } finally {
      thread.setContextClassLoader(ours);
    }
  }

  private static int atLeast(int least, LiveSetting setting) {
    return setting
        .value()
        .filter(text -> text.matches("[0-9]{1,7}"))
        .map(text -> Math.max(least, Integer.parseInt(text)))
        .orElse(least);
  }

  private static byte[] bytes(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
  }

  private <T> T inTurn(Supplier<T> work) {
    if (!places.tryAcquire()) {
      throw new BusyException();
    }
    try {
      if (!workers.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw new BusyException();
      }
      try {
        return work.get();
      } finally {
        workers.release();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new BusyException();
    } finally {
      places.release();
    }
  }
}
