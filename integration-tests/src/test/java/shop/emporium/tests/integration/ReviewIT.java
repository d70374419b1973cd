package shop.emporium.tests.integration;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.review.ReviewStatus;
import shop.emporium.domain.shared.Actor;
import shop.emporium.domain.shared.Secret;
import shop.emporium.ejb.catalog.CatalogService;
import shop.emporium.ejb.catalog.ListingQuery;
import shop.emporium.ejb.catalog.ProductDetails;
import shop.emporium.ejb.catalog.SortOrder;
import shop.emporium.ejb.customer.PrivacyService;
import shop.emporium.ejb.customer.TooManyAttemptsException;
import shop.emporium.ejb.order.OrderLinks;
import shop.emporium.ejb.review.ModerationPage;
import shop.emporium.ejb.review.OwnReview;
import shop.emporium.ejb.review.ReviewAuthor;
import shop.emporium.ejb.review.ReviewException;
import shop.emporium.ejb.review.ReviewFault;
import shop.emporium.ejb.review.ReviewFields;
import shop.emporium.ejb.review.ReviewModeration;
import shop.emporium.ejb.review.ReviewOrder;
import shop.emporium.ejb.review.ReviewPage;
import shop.emporium.ejb.review.ReviewQuery;
import shop.emporium.ejb.review.ReviewService;
import shop.emporium.ejb.review.ReviewView;
import shop.emporium.tests.purchase.Purchases;

/** What buyers say, who may, and what it makes of a product's rating. */
@Tag("integration")
@ExtendWith(ArquillianExtension.class)
class ReviewIT {

  private static final Actor STAFF = Actor.staff(7);
  private static final String HEAD =
      "Handle,Title,Vendor,Type,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Qty,Variant Price,Status,"
          + "Rating (product.metafields.reviews.rating),Rating count (product.metafields.reviews.rating_count)\n";

  @Inject private ReviewService reviews;
  @Inject private ReviewModeration moderation;
  @Inject private CatalogService catalog;
  @Inject private PrivacyService privacy;
  @Inject private OrderLinks links;
  @Inject private Fixture shop;
  @Inject private Buyers buyers;
  @Inject private People people;

  private long jo;
  private long sam;

  @BeforeEach
  void joAndSam() {
    people.none();
    buyers.stock(
        "lamp,Lamp,,Tindra,Home,,Colour,Red,LAMP,5,20.00,,active",
        "mug,Mug,,Tindra,Kitchen,,Title,Default Title,MUG,9,12.00,,active");
    jo = people.register("jo@example.com");
    sam = people.register("sam@example.com");
  }

  @AfterEach
  void everyPromiseHolds() {
    assertEquals("", broken());
    assertEquals("", buyers.brokenPromises());
  }

  @Test
  void whoBoughtItAndWasSentItMayWriteAndNobodyElse() {
    assertFault(ReviewFault.NOT_BOUGHT, () -> write(jo, "lamp", 5));
    assertFault(ReviewFault.NOT_BOUGHT, () -> reviews.reviewable(customer(jo), "lamp"));
    assertFault(ReviewFault.UNKNOWN_PRODUCT, () -> write(jo, "none", 5));
    assertFault(ReviewFault.UNKNOWN_PRODUCT, () -> write(jo, "No Slug", 5));
    long order = shop.number(Purchases.ofCustomer("jo@example.com", "lamp", "PAID"));
    assertFault(ReviewFault.NOT_BOUGHT, () -> write(jo, "lamp", 5));
    shop.number(Purchases.parcel(order));
    assertEquals("Jo D.", reviews.reviewable(customer(jo), "lamp").shownName());
    assertFault(ReviewFault.NOT_BOUGHT, () -> write(sam, "lamp", 5));
    assertFault(ReviewFault.NOT_BOUGHT, () -> write(jo, "mug", 5));
    OwnReview own = reviews.own(customer(jo), write(jo, "lamp", 5));
    assertEquals(ReviewStatus.PENDING, own.status());
    assertEquals("Red", own.options());
    assertEquals("customer:" + jo, own.statusBy());
    // Nobody has read it yet.
    assertRating("0.00 of 0");
  }

  @Test
  void whatCameBackMayBeWrittenAboutAndWhatWasCancelledMayNot() {
    shop.number(Purchases.ofCustomer("jo@example.com", "lamp", "DELIVERED"));
    shop.execute("UPDATE shop_order SET status = 'RETURNED', status_by = 'shop'");
    shop.number(Purchases.ofCustomer("sam@example.com", "lamp", "CANCELLED"));
    write(jo, "lamp", 1);
    assertFault(ReviewFault.NOT_BOUGHT, () -> write(sam, "lamp", 1));
  }

  @Test
  void aGuestWritesChangesAndDeletesByTheLinkOfTheOrder() {
    OrderNumber order = guestOrder("ada@example.com", "DELIVERED");
    Secret link = links.create(order);
    ReviewAuthor ada = ReviewAuthor.guest(order, link);
    OrderNumber other = guestOrder("eve@example.com", "DELIVERED");
    assertFault(
        ReviewFault.NOT_BOUGHT,
        () -> reviews.write(ReviewAuthor.guest(other, link), "lamp", fields(1)));
    assertFault(
        ReviewFault.NOT_BOUGHT,
        () -> reviews.write(ReviewAuthor.guest(order, Secret.random()), "lamp", fields(1)));
    assertEquals("Ada L.", reviews.reviewable(ada, "lamp").shownName());
    long id = reviews.write(ada, "lamp", fields(4));
    moderation.publish(id, Optional.empty(), STAFF);
    assertRating("4.00 of 1");
    ReviewAuthor eve = ReviewAuthor.guest(other, links.create(other));
    assertFault(ReviewFault.UNKNOWN, () -> reviews.delete(eve, id));
    assertFault(ReviewFault.UNKNOWN, () -> reviews.change(customer(jo), id, fields(1)));
    reviews.change(ada, id, fields(2));
    // It waits to be read again.
    assertRating("0.00 of 0");
    reviews.delete(ada, id);
    assertTrue(reviews.reviewable(ada, "lamp").written().isEmpty());
    assertFalse(
        shop.text("SELECT buyer FROM review").orElse("").contains("@"), "only the hash is kept");
  }

  @Test
  void aLinkReachesNothingButTheReviewOfItsOrder() {
    OrderNumber order = guestOrder("ada@example.com", "DELIVERED");
    OrderNumber other = guestOrder("ada@example.com", "DELIVERED");
    ReviewAuthor ada = ReviewAuthor.guest(order, links.create(order));
    ReviewAuthor byOther = ReviewAuthor.guest(other, links.create(other));
    long id = reviews.write(ada, "lamp", fields(4));
    assertOutOfReach(byOther, id);
    assertTrue(reviews.reviewable(byOther, "lamp").written().isEmpty());
    assertFault(ReviewFault.ALREADY, () -> reviews.write(byOther, "lamp", fields(1)));
    ReviewAuthor later = ReviewAuthor.guest(order, links.create(order));
    assertEquals(id, reviews.reviewable(later, "lamp").written().orElseThrow().id());
    reviews.change(later, id, fields(3));
    assertEquals(3, reviews.own(later, id).stars());
    reviews.delete(later, id);
  }

  @Test
  void aLinkToAnOrderOfAnAccountReachesNoReview() {
    OrderNumber order =
        new OrderNumber(shop.number(Purchases.ofCustomer("jo@example.com", "lamp", "DELIVERED")));
    shop.number(Purchases.ofCustomer("jo@example.com", "mug", "DELIVERED"));
    long lamp = write(jo, "lamp", 5);
    long mug = write(jo, "mug", 4);
    ReviewAuthor link = ReviewAuthor.guest(order, links.create(order, OrderLinks.SHORT));
    assertTrue(reviews.isOfAccount(link));
    assertOutOfReach(link, lamp);
    assertOutOfReach(link, mug);
    assertFault(ReviewFault.NOT_BOUGHT, () -> reviews.reviewable(link, "lamp"));
    reviews.delete(customer(jo), lamp);
    assertFault(ReviewFault.NOT_BOUGHT, () -> reviews.write(link, "lamp", fields(1)));
    assertEquals(List.of(mug), reviews.ofCustomer(jo).stream().map(OwnReview::id).toList());
  }

  @Test
  void whoHasNoLinkUsesUpNobodysAttempts() {
    OrderNumber order = guestOrder("ada@example.com", "DELIVERED");
    ReviewAuthor ada = ReviewAuthor.guest(order, links.create(order));
    long id = reviews.write(ada, "lamp", fields(4));
    for (int i = 0; i < 30; i++) {
      ReviewAuthor eve = ReviewAuthor.guest(order, Secret.random());
      assertFault(ReviewFault.NOT_BOUGHT, () -> reviews.write(eve, "lamp", fields(1)));
      assertFault(ReviewFault.UNKNOWN, () -> reviews.change(eve, id, fields(1)));
    }
    reviews.change(ada, id, fields(5));
    assertThrows(
        TooManyAttemptsException.class,
        () -> {
          for (int i = 0; i < 30; i++) {
            reviews.change(ada, id, fields(4));
          }
        },
        "who has it is counted");
  }

  @Test
  void whoWritesAsAGuestAndAsACustomerAtOnceHasOneReview() throws Exception {
    shop.number(Purchases.ofCustomer("jo@example.com", "lamp", "DELIVERED"));
    OrderNumber order = guestOrder("jo@example.com", "DELIVERED");
    List<ReviewAuthor> both = List.of(customer(jo), ReviewAuthor.guest(order, links.create(order)));
    List<String> done =
        buyers.all(
            3,
            call -> {
              if (call == 1) {
                // Both wait for their line of an order, until both are as far as they come.
                shop.execute(
                    """
                    DO $$ BEGIN
                      PERFORM FROM order_line FOR UPDATE;
                      FOR look IN 1..250 LOOP
                        PERFORM pg_sleep(0.02);
                        EXIT WHEN (SELECT count(*) FROM pg_locks WHERE NOT granted) >= 2;
                      END LOOP;
                    END $$
                    """);
                return "held";
              }
              await()
                  .until(
                      () ->
                          shop.number(
                                  "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'")
                              > 0);
              try {
                reviews.write(both.get(call - 2), "lamp", fields(5));
                return "written";
              } catch (ReviewException refused) {
                return refused.getFault().name();
              }
            });
    assertEquals(List.of("ALREADY", "held", "written"), done.stream().sorted().toList());
    assertEquals(1, shop.number("SELECT count(*) FROM review"));
  }

  @Test
  void aBuyerHasOneReviewOfAProductHoweverOftenItIsSent() throws Exception {
    shop.number(Purchases.ofCustomer("jo@example.com", "lamp", "DELIVERED"));
    shop.number(Purchases.ofCustomer("jo@example.com", "lamp", "SHIPPED"));
    List<Boolean> written =
        buyers.all(
            16,
            i -> {
              try {
                write(jo, "lamp", 5);
                return true;
              } catch (ReviewException refused) {
                assertEquals(ReviewFault.ALREADY, refused.getFault());
                return false;
              }
            });
    assertEquals(1, written.stream().filter(yes -> yes).count());
    // The same person as a guest is no other buyer.
    OrderNumber order = guestOrder("jo@example.com", "DELIVERED");
    ReviewAuthor guest = ReviewAuthor.guest(order, links.create(order));
    assertFault(ReviewFault.ALREADY, () -> reviews.write(guest, "lamp", fields(1)));
    assertTrue(reviews.reviewable(guest, "lamp").written().isEmpty(), "nor does a link show it");
  }

  @Test
  void isShownOnceItWasReadAndNothingElseThanWhatWasRead() {
    shop.number(Purchases.ofCustomer("jo@example.com", "lamp", "DELIVERED"));
    long id = write(jo, "lamp", 5);
    ModerationPage waiting = moderation.list(ReviewStatus.PENDING, 1);
    assertEquals(1, waiting.total());
    int read = waiting.items().get(0).revision();
    reviews.change(customer(jo), id, fields(1));
    assertFault(ReviewFault.CHANGED, () -> moderation.publish(id, Optional.of(read), STAFF));
    moderation.publish(id, Optional.of(read + 1), STAFF);
    assertFault(ReviewFault.DECIDED, () -> moderation.publish(id, Optional.empty(), STAFF));
    assertFault(ReviewFault.UNKNOWN, () -> moderation.publish(id + 1, Optional.empty(), STAFF));
    assertRating("1.00 of 1");
    moderation.reject(id, Optional.empty(), STAFF, "Names somebody");
    OwnReview own = reviews.ofCustomer(jo).get(0);
    assertEquals("REJECTED Names somebody", own.status() + " " + own.why());
    assertRating("0.00 of 0");
    assertThrows(
        ConstraintViolationException.class,
        () -> moderation.reject(id, Optional.empty(), STAFF, " "));
    assertEquals(
        "PENDING PUBLISHED REJECTED",
        shop.text("SELECT string_agg(to_status, ' ' ORDER BY id) FROM review_event").orElseThrow());
    assertEquals(
        "staff:7",
        shop.text("SELECT who FROM review_event WHERE to_status = 'PUBLISHED'").orElseThrow());
  }

  @Test
  void ratingsOfTheFileAreTheBaseAndStayWhenItIsReadAgain() {
    String lamp = "lamp,Lamp,Tindra,Home,Colour,Red,LAMP,5,20.00,active,%s,%s%n";
    shop.importFile(HEAD + lamp.formatted("4.5", "10"));
    shop.number(Purchases.ofCustomer("jo@example.com", "lamp", "DELIVERED"));
    moderation.publish(write(jo, "lamp", 1), Optional.empty(), STAFF);
    // (4.5 × 10 + 1) / 11
    assertRating("4.18 of 11");
    shop.importFile(HEAD + lamp.formatted("4.5", "10"));
    assertRating("4.18 of 11"); // what was exported counts once
    shop.importFile(HEAD + lamp.formatted("3.0", "1"));
    assertRating("2.00 of 2");
    assertEquals(List.of(1, 0, 0, 0, 0), product("lamp").reviews().byStars());
    assertEquals(
        List.of("lamp 2"),
        catalog.list(ListingQuery.first(9, SortOrder.RATING).withRating(2)).items().stream()
            .map(card -> card.slug() + " " + card.ratings())
            .toList(),
        "lists know it, too");
  }

  @Test
  void theRatingIsRightWhateverIsDoneAtOnce() throws Exception {
    int many = 50;
    List<ReviewAuthor> authors = new ArrayList<>();
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      OrderNumber order = guestOrder("guest" + i + "@example.com", "DELIVERED");
      authors.add(ReviewAuthor.guest(order, links.create(order)));
      ids.add(reviews.write(authors.get(i), "lamp", fields(1 + i % 5)));
    }
    buyers.all(
        many * 6,
        call -> {
          Random random = new Random(call);
          int one = random.nextInt(many);
          try {
            switch (random.nextInt(6)) {
              case 0, 1, 2 -> moderation.publish(ids.get(one), Optional.empty(), STAFF);
              case 3 -> moderation.reject(ids.get(one), Optional.empty(), STAFF, "Not so");
              case 4 -> reviews.change(authors.get(one), ids.get(one), fields(1 + call % 5));
              default -> {
                if (one % 5 == 0) {
                  reviews.delete(authors.get(one), ids.get(one));
                } else {
                  reviews.vote(jo, ids.get(one), random.nextBoolean());
                }
              }
            }
          } catch (ReviewException | TooManyAttemptsException refused) {
            // Decided already, deleted, or not shown: the order of things is by chance.
          }
          return true;
        });
    assertEquals("", broken());
    long published = shop.number("SELECT count(*) FROM review WHERE status = 'PUBLISHED'");
    assertTrue(published > 0);
    lampWith(published);
    assertEquals(published, shop.number("SELECT shown_ratings FROM product WHERE slug = 'lamp'"));
    shop.execute("DELETE FROM review");
    assertRating("0.00 of 0");
  }

  @Test
  void theDatabaseCountsAlsoWhatNobodyAskedAServiceFor() {
    shop.number(Purchases.ofCustomer("jo@example.com", "lamp", "DELIVERED"));
    write(jo, "lamp", 3);
    shop.execute("UPDATE review SET status = 'PUBLISHED', status_by = 'shop'");
    shop.execute("UPDATE review SET stars = 5");
    assertRating("5.00 of 1");
    assertThrows(
        Fixture.Refused.class,
        () ->
            shop.execute(
                "UPDATE review SET product_id = (SELECT id FROM product WHERE slug = 'mug')"));
    assertThrows(
        Fixture.Refused.class,
        () -> shop.execute("UPDATE review SET status = 'REJECTED', status_why = ''"));
    shop.execute("UPDATE product SET reviews_5 = 2 WHERE slug = 'lamp'");
    assertTrue(broken().contains("stars are counted as they are published: lamp"), broken());
    shop.execute("UPDATE product SET reviews_5 = 1 WHERE slug = 'lamp'");
    shop.execute("TRUNCATE review CASCADE");
    assertRating("0.00 of 0");
  }

  @Test
  void isListedByPagesStarsAndOrder() {
    for (int i = 0; i < 23; i++) {
      OrderNumber order = guestOrder("guest" + i + "@example.com", "DELIVERED");
      ReviewAuthor author = ReviewAuthor.guest(order, links.create(order));
      moderation.publish(
          reviews.write(author, "lamp", fields(i == 0 ? 1 : 5)), Optional.empty(), STAFF);
    }
    ProductDetails lamp = lampWith(23);
    ReviewPage first = reviews.published(lamp, ReviewQuery.FIRST);
    assertEquals(10, first.items().size());
    assertEquals(3, first.pages());
    ReviewPage last = reviews.published(lamp, new ReviewQuery(99, 0, ReviewOrder.NEWEST));
    assertEquals("3 with 3", last.page() + " with " + last.items().size());
    ReviewView worst =
        reviews.published(lamp, new ReviewQuery(1, 0, ReviewOrder.WORST)).items().get(0);
    assertEquals(1, worst.stars());
    assertEquals(
        List.of(worst), reviews.published(lamp, new ReviewQuery(1, 1, ReviewOrder.BEST)).items());
    assertEquals(0, reviews.published(lamp, new ReviewQuery(1, 3, ReviewOrder.BEST)).total());
    reviews.vote(jo, worst.id(), true);
    reviews.vote(jo, worst.id(), true);
    ReviewView helpful =
        reviews
            .published(lampAfter(lamp), new ReviewQuery(1, 0, ReviewOrder.HELPFUL))
            .items()
            .get(0);
    assertEquals(worst.id() + " helped 1", helpful.id() + " helped " + helpful.helpful());
    reviews.vote(jo, worst.id(), false);
    assertEquals(0, shop.number("SELECT sum(helpful) FROM review"));
  }

  @Test
  void nobodyPraisesHimselfOrWhatIsNotShown() {
    shop.number(Purchases.ofCustomer("jo@example.com", "lamp", "DELIVERED"));
    long id = write(jo, "lamp", 5);
    assertFault(ReviewFault.UNKNOWN, () -> reviews.vote(sam, id, true));
    moderation.publish(id, Optional.empty(), STAFF);
    assertFault(ReviewFault.UNKNOWN, () -> reviews.vote(jo, id, true));
    reviews.vote(sam, id, true);
  }

  @Test
  void textIsTextAndBounded() {
    shop.number(Purchases.ofCustomer("jo@example.com", "lamp", "DELIVERED"));
    String hostile = "<script>alert(1)</script> https://spam.example '; DROP TABLE review; --";
    long id =
        reviews.write(
            customer(jo),
            "lamp",
            ReviewFields.typed(5, hostile, hostile + "\r\n\r\n\r\nend", "<b>Jo</b>", "en"));
    OwnReview own = reviews.own(customer(jo), id);
    assertEquals(hostile, own.title());
    assertEquals(hostile + "\n\nend", own.text());
    assertEquals("<b>Jo</b>", own.shownName());
    for (ReviewFields wrong :
        List.of(
            new ReviewFields(0, "a", "a", "", "en"),
            new ReviewFields(6, "a", "a", "", "en"),
            new ReviewFields(5, "", "a", "", "en"),
            new ReviewFields(5, "a\nb", "a", "", "en"),
            new ReviewFields(5, "x".repeat(101), "a", "", "en"),
            new ReviewFields(5, "a", " ", "", "en"),
            new ReviewFields(5, "a", "x".repeat(2001), "", "en"),
            new ReviewFields(5, "a", "a\u0000", "", "en"),
            new ReviewFields(5, "a", "a\u202Eb", "", "en"),
            new ReviewFields(5, "a", "a", "x".repeat(61), "en"),
            new ReviewFields(5, "a", "a", "", "english"))) {
      assertThrows(
          ConstraintViolationException.class,
          () -> reviews.change(customer(jo), id, wrong),
          wrong::toString);
    }
    reviews.change(
        customer(jo), id, new ReviewFields(5, "x".repeat(100), "x".repeat(2000), "", "de"));
  }

  @Test
  void whoWritesAgainAndAgainHasToWait() {
    shop.number(Purchases.ofCustomer("jo@example.com", "lamp", "DELIVERED"));
    long id = write(jo, "lamp", 5);
    assertThrows(
        TooManyAttemptsException.class,
        () -> {
          for (int i = 0; i < 30; i++) {
            reviews.change(customer(jo), id, fields(4));
          }
        });
    reviews.delete(customer(jo), id);
  }

  @Test
  void reviewsAreShownToTheirWriterAndStayWithoutANameWhenTheAccountGoes() {
    shop.number(Purchases.ofCustomer("jo@example.com", "lamp", "DELIVERED"));
    shop.number(Purchases.ofCustomer("jo@example.com", "mug", "DELIVERED"));
    shop.number(Purchases.ofCustomer("sam@example.com", "lamp", "DELIVERED"));
    long id = write(jo, "lamp", 2);
    moderation.publish(id, Optional.empty(), STAFF);
    write(jo, "mug", 5);
    long other = write(sam, "lamp", 4);
    moderation.publish(other, Optional.empty(), STAFF);
    reviews.vote(jo, other, true);
    JsonArray told = privacy.export(jo).getJsonArray("reviews");
    assertEquals(2, told.size());
    assertEquals("published", told.getJsonObject(0).getString("status"));
    privacy.erase(jo);
    assertRating("3.00 of 2");
    assertEquals(
        "forgotten:" + id + "  -",
        shop.text(
                "SELECT buyer || ' ' || shown_name || ' ' || coalesce(customer_id::text, '-') FROM review WHERE id = "
                    + id)
            .orElseThrow());
    assertEquals(0, shop.number("SELECT count(*) FROM review WHERE status = 'PENDING'"));
    assertEquals(0, shop.number("SELECT count(*) FROM review_vote"));
  }

  @Test
  void aPageIsReadInFewStatements() {
    shop.number(Purchases.ofCustomer("jo@example.com", "lamp", "DELIVERED"));
    ProductDetails without = product("lamp");
    assertEquals(
        0, shop.statementsOf(() -> reviews.published(without, ReviewQuery.FIRST)), "none to read");
    moderation.publish(write(jo, "lamp", 5), Optional.empty(), STAFF);
    ProductDetails with = lampWith(1);
    assertEquals(1, reviews.published(with, ReviewQuery.FIRST).items().size());
    assertEquals(
        0, shop.statementsOf(() -> reviews.published(with, ReviewQuery.FIRST)), "read already");
  }

  private long write(long customer, String slug, int stars) {
    return reviews.write(customer(customer), slug, fields(stars));
  }

  private OrderNumber guestOrder(String email, String status) {
    return new OrderNumber(shop.number(Purchases.ofGuest(email, "lamp", status)));
  }

  private ProductDetails product(String slug) {
    return catalog.product(slug).orElseThrow();
  }

  /** A node may take what it knows as it is for some milliseconds. */
  private void assertRating(String expected) {
    await()
        .untilAsserted(
            () -> {
              ProductDetails lamp = product("lamp");
              assertEquals(expected, lamp.rating() + " of " + lamp.ratings());
            });
  }

  /** The lamp as pages show it, once they know of so many ratings. */
  private ProductDetails lampWith(long ratings) {
    return await().until(() -> product("lamp"), lamp -> lamp.ratings() == ratings);
  }

  /** The lamp once something was done to its reviews. */
  private ProductDetails lampAfter(ProductDetails before) {
    return await()
        .until(
            () -> product("lamp"), lamp -> lamp.reviews().revision() > before.reviews().revision());
  }

  private String broken() {
    return shop.text(
            "SELECT string_agg(promise || ': ' || subject || ': ' || detail, E'\\n') FROM broken_review")
        .orElse("");
  }

  private static ReviewAuthor customer(long id) {
    return ReviewAuthor.customer(id);
  }

  private static ReviewFields fields(int stars) {
    return ReviewFields.typed(stars, "In short", "All of it.", "Jo D.", "en");
  }

  /** What is there for somebody else is not there for this author. */
  private void assertOutOfReach(ReviewAuthor author, long id) {
    assertFault(ReviewFault.UNKNOWN, () -> reviews.own(author, id));
    assertFault(ReviewFault.UNKNOWN, () -> reviews.change(author, id, fields(1)));
    assertFault(ReviewFault.UNKNOWN, () -> reviews.delete(author, id));
  }

  private static void assertFault(ReviewFault fault, Executable attempt) {
    assertEquals(fault, assertThrows(ReviewException.class, attempt).getFault());
  }
}
