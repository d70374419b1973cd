/**
 * Who is visiting: signing in and out, what stands between a browser and an account, and the REST
 * interface of accounts.
 *
 * <p>A session holds the numbers of a customer and of a sign-in and nothing else. Whether they hold
 * is asked at each request, so that signing out is seen on every node at once. What everybody may
 * see alike asks nobody who they are, makes no session and sets no cookie.
 */
package shop.emporium.web.customer;
