package shop.emporium.web.chat;

import static shop.emporium.ejb.shared.JsonCodec.JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.omnifaces.util.Faces;
import shop.emporium.domain.checkout.Goodwill;
import shop.emporium.ejb.customer.SignedIn;
import shop.emporium.web.customer.CurrentCustomer;
import shop.emporium.web.shared.Assets;
import shop.emporium.web.shared.Choice;
import shop.emporium.web.shared.PageText;

/** The console of people who answer: {@code /agent}. What is in it comes by WS /chat and REST. */
@Named("console")
@RequestScoped
public class ConsoleBacking {

  private static final String BUNDLE = "shop.emporium.web.messages";

  /** What the texts of its scripts are called by. */
  private static final String PREFIX = "agent.js.";

  /** What happened to an order is called as on the order's own page. */
  private static final String HAPPENED = "order.happened.";

  private static final List<String> PARTS =
      List.of(
          "kit",
          "link",
          "talks",
          "queue",
          "talk",
          "compose",
          "panel",
          "products",
          "alerts",
          "keys");

  /** By language, of which there are two. */
  private static final Map<String, String> TEXTS = new ConcurrentHashMap<>();

  @Inject private CurrentCustomer current;
  @Inject private Assets assets;

  /** Who looks at it, as frames name agents; 0 for nobody, who is led away. */
  public long getId() {
    return current.find().map(SignedIn::customer).orElse(0L);
  }

  /** What shoppers read. */
  public String getName() {
    return current.find().map(SignedIn::name).orElse("");
  }

  /** The most percent of a coupon that who looks at it may give. */
  public int getMostPercent() {
    return current.find().filter(ConsoleGuard::isAdministrator).isPresent()
        ? Goodwill.MOST_PERCENT
        : Goodwill.MOST_PERCENT_OF_AGENT;
  }

  /** What the keys do, for the help. */
  public List<Choice> getKeys() {
    return List.of(
        key("J", "agent.keys.next"),
        key("K", "agent.keys.previous"),
        key("1 – 4", "agent.keys.box"),
        key("T", "agent.js.move.take"),
        key("H", "agent.js.move.hand"),
        key("B", "agent.js.move.release"),
        key("M", "agent.js.move.ticket"),
        key("D", "agent.js.move.close"),
        key("O", "agent.js.move.reopen"),
        key("R", "agent.keys.answer"),
        key("N", "agent.note"),
        key("/", "agent.keys.replies"),
        key("S", "agent.find"),
        key("P", "agent.presence"),
        key("?", "agent.keys.title"));
  }

  private static Choice key(String key, String words) {
    return new Choice(key, PageText.of(words, Faces.getLocale()));
  }

  /** The addresses of its scripts, as JSON that may stand in a page. */
  public String getModules() {
    JsonObjectBuilder all = JSON.createObjectBuilder();
    PARTS.forEach(part -> all.add(part, assets.url("agent-" + part + ".js")));
    return harmless(all.build().toString());
  }

  /** The texts of its scripts, as JSON that may stand in a page. */
  public String getTexts() {
    Locale locale = Faces.getLocale();
    return TEXTS.computeIfAbsent(locale.getLanguage(), language -> read(locale));
  }

  private static String read(Locale locale) {
    ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, locale);
    JsonObjectBuilder all = JSON.createObjectBuilder();
    for (String key : new TreeSet<>(bundle.keySet())) {
      if (key.startsWith(PREFIX)) {
        all.add(key, bundle.getString(key));
      } else if (key.startsWith(HAPPENED)) {
        all.add(PREFIX + key, bundle.getString(key));
      }
    }
    return harmless(all.build().toString());
  }

  /** Escapes what could end the script element or mean something to a reader of HTML. */
  private static String harmless(String json) {
    return json.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e");
  }
}
