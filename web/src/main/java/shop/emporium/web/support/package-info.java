/** Contact page, questions and answers, and tickets, as pages and for programs. */
package shop.emporium.web.support;
