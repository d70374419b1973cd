package shop.emporium.ejb.shared.mail;

import java.util.Locale;
import java.util.Map;

/** A mail to be made of a template and values, and sent. */
public record MailDraft(String to, String template, Locale locale, Map<String, String> values) {}
