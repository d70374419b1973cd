package shop.emporium.web.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.omnifaces.util.Faces;
import shop.emporium.domain.review.Review;
import shop.emporium.ejb.catalog.ProductDetails;
import shop.emporium.ejb.review.ReviewOrder;
import shop.emporium.ejb.review.ReviewPage;
import shop.emporium.ejb.review.ReviewQuery;
import shop.emporium.ejb.review.ReviewService;
import shop.emporium.web.shared.Format;
import shop.emporium.web.shared.PageLanguage;

/**
 * The reviews on the page of a product, the same for everybody: {@code ?reviews=2} is their second
 * page, {@code &stars=5} those with five, {@code &sort=helpful} another order.
 */
@Named("reviews")
@RequestScoped
public class ProductReviews {

  @Inject private ReviewService service;
  @Inject private HttpServletRequest request;
  @Inject private PageLanguage language;

  private ProductDetails product;
  private String variant;
  private ReviewQuery query;
  private ReviewPage page;

  /**
   * Reads what the page shows.
   *
   * @param variant the SKU that the address names, or null: links keep it
   * @return what it is made of
   */
  public Object load(ProductDetails shown, String variant) {
    this.product = shown;
    this.variant = variant;
    query = ReviewParameters.lenient(request::getParameter);
    page = service.published(shown, query);
    return List.of(page, query);
  }

  /** One review in words. */
  public record Line(
      long id,
      int stars,
      String title,
      String text,
      String language,
      String name,
      String options,
      String day,
      String writtenAt,
      int helpful) {}

  /** How many reviews have so many stars, as a bar that leads to them. */
  public record Bar(int stars, int count, int percent, String href, boolean isHere) {}

  /** A link to the list in another order, or to another page of it. */
  public record ListLink(String code, String href, boolean isHere) {}

  /** The reviews of this page. */
  public List<Line> getLines() {
    Locale locale = Faces.getLocale();
    return page.items().stream()
        .map(
            review ->
                new Line(
                    review.id(),
                    review.stars(),
                    review.title(),
                    review.text(),
                    ReviewWords.otherLanguage(review.language(), locale),
                    ReviewWords.name(review.shownName(), locale),
                    review.options(),
                    ReviewWords.day(review.writtenAt(), locale),
                    review.writtenAt().toString(),
                    review.helpful()))
        .toList();
  }

  /** Five stars first. */
  public List<Bar> getBars() {
    return IntStream.rangeClosed(1, Review.MAX_STARS)
        .map(index -> Review.MAX_STARS + 1 - index)
        .mapToObj(
            stars ->
                new Bar(
                    stars,
                    product.reviews().of(stars),
                    product.reviews().percent(stars),
                    href(1, query.stars() == stars ? 0 : stars, query.order()),
                    query.stars() == stars))
        .toList();
  }

  public List<ListLink> getOrders() {
    return Arrays.stream(ReviewOrder.values())
        .map(
            order ->
                new ListLink(order.code(), href(1, query.stars(), order), order == query.order()))
        .toList();
  }

  /** The pages beside this one, with the first and the last; none where there is only one. */
  public List<ListLink> getPages() {
    List<ListLink> links = new ArrayList<>();
    for (int number = 1; page.pages() > 1 && number <= page.pages(); number++) {
      if (number == 1 || number == page.pages() || Math.abs(number - page.page()) <= 1) {
        links.add(
            new ListLink(
                Integer.toString(number),
                href(number, query.stars(), query.order()),
                number == page.page()));
      }
    }
    return links;
  }

  /** The page before this one, or null. */
  public String getPrevious() {
    return page.page() > 1 ? href(page.page() - 1, query.stars(), query.order()) : null;
  }

  /** The page after this one, or null. */
  public String getNext() {
    return page.page() < page.pages() ? href(page.page() + 1, query.stars(), query.order()) : null;
  }

  /** The list with all numbers of stars. */
  public String getAll() {
    return href(1, 0, query.order());
  }

  /** Only reviews with so many stars are shown, or 0. */
  public int getStars() {
    return query.stars();
  }

  /** Where somebody comes back to who marked a review as helpful. */
  public String getHere() {
    return href(page.page(), query.stars(), query.order()).substring(language.getBase().length());
  }

  private String href(int number, int stars, ReviewOrder order) {
    List<String> parameters = new ArrayList<>();
    if (variant != null) {
      parameters.add("variant=" + Format.encoded(variant));
    }
    if (stars > 0) {
      parameters.add("stars=" + stars);
    }
    if (order != ReviewOrder.NEWEST) {
      parameters.add("sort=" + order.code());
    }
    if (number > 1) {
      parameters.add("reviews=" + number);
    }
    String path = language.getBase() + "/product/" + product.slug();
    return path + (parameters.isEmpty() ? "" : "?" + String.join("&", parameters)) + "#reviews";
  }
}
