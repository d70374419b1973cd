package shop.emporium.ejb.chat.assistant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.joda.money.Money;
import shop.emporium.domain.catalog.StockLevel;
import shop.emporium.domain.chat.MessageText;
import shop.emporium.domain.chat.Topic;
import shop.emporium.ejb.catalog.CatalogService;
import shop.emporium.ejb.catalog.CategoryNode;
import shop.emporium.ejb.catalog.ListingQuery;
import shop.emporium.ejb.catalog.ProductDetails;
import shop.emporium.ejb.catalog.ProductPage;
import shop.emporium.ejb.catalog.ProductSummary;
import shop.emporium.ejb.catalog.SortOrder;
import shop.emporium.ejb.catalog.VariantView;
import shop.emporium.ejb.chat.Assistant.Answer;

/** What the catalogue has: found by its search, as everybody finds it. */
@ApplicationScoped
class ProductAnswers {

  private static final String ASK = "product.ask";

  private static final int MOST = 3;
  private static final int LONGEST_NAME = 120;

  /** As long as the catalogue's suggestions take it. */
  private static final int LONGEST_START = 100;

  private static final Pattern ADDRESS = Pattern.compile("/product/([a-z0-9-]{1,200})");

  @Inject private CatalogService catalog;

  /** Whether a product is asked for. */
  boolean isMeant(Talk talk, Optional<Topic> topic) {
    return topic.filter(Topic.PRODUCT::equals).isPresent()
        || (topic.isEmpty() && talk.isAfter(ASK))
        || ADDRESS.matcher(talk.text()).find();
  }

  /** Answers, also when what was found fits in part only. */
  Answer answer(Talk talk) {
    Optional<ProductDetails> linked = linked(talk.text());
    if (linked.isPresent()) {
      return details(linked.orElseThrow(), talk);
    }
    String subject = Topic.subject(talk.text());
    if (subject.isEmpty()) {
      return talk.say(ASK);
    }
    ProductPage page = search(subject);
    if (page.items().isEmpty() || page.partly()) {
      Optional<Answer> shelf = shelf(subject, talk);
      if (shelf.isPresent()) {
        return shelf.orElseThrow();
      }
    }
    if (page.items().isEmpty()) {
      return talk.say("product.none", "choice.product");
    }
    return named(page.items().get(0), talk.text())
        .map(one -> details(one, talk))
        .orElseGet(
            () -> list(page.partly() ? "product.some" : "product.found", page.items(), talk));
  }

  /** What the shopper may mean who said nothing that is known: only what fits as it was typed. */
  Optional<Answer> guess(Talk talk) {
    String subject = Topic.subject(talk.text());
    if (subject.isEmpty()) {
      return Optional.empty();
    }
    ProductPage page = search(subject);
    return page.items().isEmpty() || page.partly() || page.meant() != null
        ? shelf(subject, talk)
        : Optional.of(list("product.found", page.items(), talk));
  }

  private Optional<ProductDetails> linked(String text) {
    Matcher address = ADDRESS.matcher(text);
    return address.find() ? catalog.product(address.group(1)) : Optional.empty();
  }

  private ProductPage search(String words) {
    return catalog.list(
        new ListingQuery(
            cut(words, ListingQuery.MAX_WORDS),
            null,
            Set.of(),
            null,
            null,
            false,
            false,
            null,
            Map.of(),
            SortOrder.RELEVANCE,
            1,
            MOST));
  }

  /** What sells best in a category of that name: categories have names in all languages. */
  private Optional<Answer> shelf(String words, Talk talk) {
    List<CategoryNode> categories =
        catalog.suggest(cut(words, LONGEST_START), talk.texts().locale()).categories();
    return categories.stream()
        .findFirst()
        .map(category -> catalog.bestsellers(category.slug(), MOST))
        .filter(items -> !items.isEmpty())
        .map(items -> list("product.found", items, talk));
  }

  /** The product, when all of its name is in the question. */
  private Optional<ProductDetails> named(ProductSummary first, String text) {
    boolean isNamed = text.toLowerCase(Locale.ROOT).contains(first.name().toLowerCase(Locale.ROOT));
    return isNamed ? catalog.product(first.slug()) : Optional.empty();
  }

  private static Answer list(String key, List<ProductSummary> items, Talk talk) {
    AssistantTexts texts = talk.texts();
    String lines =
        items.stream()
            .limit(MOST)
            .map(
                item ->
                    texts.get(
                        item.priceVaries() ? "product.line.from" : "product.line",
                        MessageText.head(item.name(), LONGEST_NAME),
                        texts.money(item.price()),
                        address(item.slug())))
            .collect(Collectors.joining("\n"));
    return talk.answer(texts.get(key, lines), "choice.product", "choice.shipping");
  }

  private static Answer details(ProductDetails product, Talk talk) {
    AssistantTexts texts = talk.texts();
    List<VariantView> variants = product.variants();
    Money least = variants.stream().map(VariantView::price).min(Money::compareTo).orElseThrow();
    boolean isSame = variants.stream().allMatch(variant -> variant.price().isEqual(least));
    int available = variants.stream().mapToInt(VariantView::available).sum();
    String stock =
        switch (StockLevel.of(available)) {
          case IN_STOCK -> texts.get("product.stock");
          case LOW -> texts.get("product.low", available);
          case SOLD_OUT -> texts.get("product.gone");
        };
    return talk.answer(
        texts.get(
            isSame ? "product.one" : "product.one.from",
            MessageText.head(product.name(), LONGEST_NAME),
            texts.money(least),
            stock,
            address(product.slug())),
        "choice.shipping",
        "choice.product");
  }

  private static String address(String slug) {
    return "/product/" + slug;
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }
}
