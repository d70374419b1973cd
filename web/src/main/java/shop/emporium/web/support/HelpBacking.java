package shop.emporium.web.support;

import static shop.emporium.ejb.shared.JsonCodec.JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonArrayBuilder;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.omnifaces.util.Faces;
import shop.emporium.web.shared.PageCache;
import shop.emporium.web.shared.PageHead;

/**
 * Questions and answers: {@code /help}, or those that hold some words, {@code /help?q=return}. It
 * is the same for everybody.
 */
@Named("faq")
@RequestScoped
public class HelpBacking {

  /** Longer than any question; what is beyond it is not looked at. */
  private static final int LONGEST = 100;

  @Inject private PageCache cache;
  @Inject private PageHead head;
  @Inject private HttpServletRequest request;

  private String wanted = "";
  private List<Questions.Entry> found = List.of();

  public void load() {
    String typed = Optional.ofNullable(request.getParameter("q")).orElse("").strip();
    wanted = typed.length() <= LONGEST ? typed : typed.substring(0, LONGEST);
    found = Questions.search(Questions.all(Faces.getLocale()), wanted);
    if (wanted.isEmpty()) {
      head.add(this::data);
    }
    cache.share(wanted);
  }

  /** What is looked for; empty where all is shown. */
  public String getWanted() {
    return wanted;
  }

  /** What was found. */
  public List<Questions.Entry> getFound() {
    return found;
  }

  /** The questions of a group. */
  public List<Questions.Entry> of(String group) {
    return found.stream().filter(entry -> entry.group().equals(group)).toList();
  }

  /** In terms of schema.org, for search engines. */
  private String data() {
    JsonArrayBuilder entries = JSON.createArrayBuilder();
    found.forEach(
        entry ->
            entries.add(
                JSON.createObjectBuilder()
                    .add("@type", "Question")
                    .add("name", entry.question())
                    .add(
                        "acceptedAnswer",
                        JSON.createObjectBuilder()
                            .add("@type", "Answer")
                            .add("text", entry.answer()))));
    String json =
        JSON.createObjectBuilder()
            .add("@context", "https://schema.org")
            .add("@type", "FAQPage")
            .add("mainEntity", entries)
            .build()
            .toString();
    // What could end the element that it stands in.
    return json.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e");
  }
}
