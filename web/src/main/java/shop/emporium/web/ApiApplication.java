package shop.emporium.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import shop.emporium.web.cart.CartResource;
import shop.emporium.web.cart.SavedResource;
import shop.emporium.web.catalog.CatalogResource;
import shop.emporium.web.chat.ChatFileResource;
import shop.emporium.web.chat.ChatResource;
import shop.emporium.web.chat.ConsoleFiguresResource;
import shop.emporium.web.chat.ConsoleReplyResource;
import shop.emporium.web.chat.ConsoleResource;
import shop.emporium.web.checkout.CartCodeResource;
import shop.emporium.web.checkout.CheckoutResource;
import shop.emporium.web.checkout.ShippingMethodsResource;
import shop.emporium.web.customer.AccountProblemMapper;
import shop.emporium.web.customer.AddressResource;
import shop.emporium.web.customer.CustomerResource;
import shop.emporium.web.customer.PasskeyRegistrationResource;
import shop.emporium.web.customer.PasskeyResource;
import shop.emporium.web.customer.PasswordResource;
import shop.emporium.web.customer.PrivacyResource;
import shop.emporium.web.customer.ProfileResource;
import shop.emporium.web.customer.SecondFactorResource;
import shop.emporium.web.customer.SignInResource;
import shop.emporium.web.order.IllegalMoveMapper;
import shop.emporium.web.order.OrderProblemMapper;
import shop.emporium.web.order.OrderResource;
import shop.emporium.web.order.StaffOrderResource;
import shop.emporium.web.order.UnknownOrderMapper;
import shop.emporium.web.payment.NoticeResource;
import shop.emporium.web.payment.PaymentProblemMapper;
import shop.emporium.web.payment.TransferResource;
import shop.emporium.web.review.HelpfulResource;
import shop.emporium.web.review.OwnReviewResource;
import shop.emporium.web.review.ReviewProblemMapper;
import shop.emporium.web.review.ReviewResource;
import shop.emporium.web.review.StaffReviewResource;
import shop.emporium.web.shared.ApiExceptionMapper;
import shop.emporium.web.shared.DocsResource;
import shop.emporium.web.shared.InvalidValueMapper;
import shop.emporium.web.shared.JsonForm;
import shop.emporium.web.support.ContactResource;
import shop.emporium.web.support.TicketProblemMapper;
import shop.emporium.web.support.TicketResource;
import shop.emporium.web.visitor.PasskeySessionResource;
import shop.emporium.web.visitor.SessionResource;
import shop.emporium.web.visitor.VisitorResource;
import shop.emporium.web.wishlist.SharedWishlistResource;
import shop.emporium.web.wishlist.StockAlertResource;
import shop.emporium.web.wishlist.WishedResource;
import shop.emporium.web.wishlist.WishlistProblemMapper;
import shop.emporium.web.wishlist.WishlistResource;
import shop.emporium.web.wishlist.WishlistsResource;

/** The shop's public REST interface. */
@ApplicationPath("/api/v1")
@OpenAPIDefinition(
    info =
        @Info(
            title = "Emporium",
            version = "1",
            description =
                "Read the catalogue, fill a cart, order it, keep an account. Money is a decimal"
                    + " text with an ISO 4217 code. Faults are application/problem+json (RFC 9457)."
                    + " Carts and sign-ins live behind cookies: keep them between calls."),
    tags = {
      @Tag(
          name = "catalogue",
          description = "What the shop sells: public, the same for everybody, cached for a second"),
      @Tag(name = "cart", description = "A guest's cart, behind a cookie, or a customer's"),
      @Tag(name = "checkout", description = "Ordering what is in the cart, exactly once a key"),
      @Tag(name = "visitor", description = "Who is asking"),
      @Tag(
          name = "account",
          description = "Registering, signing in, and all that belongs to one customer"),
      @Tag(
          name = "reviews",
          description = "What buyers say of what they bought, and whether others are shown it"),
      @Tag(
          name = "wishlist",
          description =
              "What customers would like to have, and who is told when something is back"),
      @Tag(
          name = "orders",
          description = "What was ordered: the customer's own, or the one that a link opens"),
      @Tag(name = "chat", description = "Live chat: who speaks, and files; the rest is WS /chat"),
      @Tag(
          name = "support",
          description = "Questions to the people of the shop, and what they answer"),
      @Tag(name = "staff", description = "For people who work here"),
      @Tag(
          name = "payments",
          description = "What providers tell of payments, and administrators of transfers")
    })
public class ApiApplication extends Application {

  /**
   * Named one by one: the operator's resources are in the same archive and must not appear here.
   */
  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        CatalogResource.class,
        CheckoutResource.class,
        ShippingMethodsResource.class,
        CartCodeResource.class,
        CartResource.class,
        ChatResource.class,
        SavedResource.class,
        CustomerResource.class,
        SessionResource.class,
        PasswordResource.class,
        VisitorResource.class,
        PrivacyResource.class,
        ProfileResource.class,
        AddressResource.class,
        SignInResource.class,
        PasskeyRegistrationResource.class,
        PasskeyResource.class,
        PasskeySessionResource.class,
        SecondFactorResource.class,
        WishlistResource.class,
        WishlistsResource.class,
        WishedResource.class,
        SharedWishlistResource.class,
        StockAlertResource.class,
        WishlistProblemMapper.class,
        NoticeResource.class,
        TransferResource.class,
        PaymentProblemMapper.class,
        AccountProblemMapper.class,
        OrderResource.class,
        StaffOrderResource.class,
        OrderProblemMapper.class,
        IllegalMoveMapper.class,
        UnknownOrderMapper.class,
        ReviewResource.class,
        OwnReviewResource.class,
        HelpfulResource.class,
        StaffReviewResource.class,
        ReviewProblemMapper.class,
        ChatFileResource.class,
        ConsoleResource.class,
        ConsoleReplyResource.class,
        ConsoleFiguresResource.class,
        ContactResource.class,
        TicketResource.class,
        TicketProblemMapper.class,
        DocsResource.class,
        ApiExceptionMapper.class,
        JsonForm.class,
        InvalidValueMapper.class);
  }
}
