package shop.emporium.ejb.chat;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import shop.emporium.domain.chat.OpeningHours;
import shop.emporium.ejb.shared.LiveSetting;

/** When people answer, as the settings {@code store.support.hours} and {@code …zone} say. */
@ApplicationScoped
public class SupportHours {

  private static final Logger LOG = System.getLogger(SupportHours.class.getName());

  private static final String USUAL_HOURS = "Mo-Sa 08:00-20:00";
  private static final String USUAL_ZONE = "Europe/Berlin";
  private static final Reading USUAL =
      new Reading(USUAL_HOURS, USUAL_ZONE, OpeningHours.parse(USUAL_HOURS, USUAL_ZONE));

  private final LiveSetting hours = new LiveSetting("store.support.hours");
  private final LiveSetting zone = new LiveSetting("store.support.zone");

  /** What was made of two settings; kept, for pages ask often and operators change seldom. */
  private record Reading(String hours, String zone, OpeningHours meant) {}

  private volatile Reading last = USUAL;

  /**
   * The hours as they are set now. What cannot be understood is told in the log, and the usual
   * hours hold.
   */
  public OpeningHours now() {
    String text = hours.or(USUAL_HOURS);
    String place = zone.or(USUAL_ZONE);
    Reading known = last;
    if (!known.hours().equals(text) || !known.zone().equals(place)) {
      known = new Reading(text, place, read(text, place));
      last = known;
    }
    return known.meant();
  }

  private static OpeningHours read(String text, String place) {
    try {
      return OpeningHours.parse(text, place);
    } catch (IllegalArgumentException wrong) {
      LOG.log(
          Level.WARNING,
          "{0}. Correct STORE_SUPPORT_HOURS or STORE_SUPPORT_ZONE; until then {1} {2} holds",
          wrong.getMessage(),
          USUAL_HOURS,
          USUAL_ZONE);
      return USUAL.meant();
    }
  }
}
