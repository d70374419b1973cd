package shop.emporium.web.customer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import shop.emporium.ejb.customer.SignedIn;

/**
 * Somebody has just signed in with this browser. What a browser held as a guest's is made the
 * customer's by who observes it, in the same request, before the answer is sent.
 */
public record CustomerSignedIn(
    SignedIn person, HttpServletRequest request, HttpServletResponse response) {}
