package shop.emporium.web.dev;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.util.Faces;
import shop.emporium.ejb.shared.StoreSettings;
import shop.emporium.ejb.shared.mail.KeptMail;
import shop.emporium.ejb.shared.mail.MailFolder;
import shop.emporium.web.shared.PageCache;

/**
 * The mails that landed in the folder, or one of them: {@code /dev/mail?name=…}. Its other form is
 * shown by {@link MailHtmlServlet}, since a page of the shop allows no styles of others.
 */
@Named("devMail")
@RequestScoped
public class MailBacking {

  @Inject private StoreSettings settings;
  @Inject private MailFolder folder;
  @Inject private PageCache cache;

  private KeptMail mail;
  private List<KeptMail> mails = List.of();

  public void load() {
    String name = Faces.getRequestParameter("name");
    if (settings.isProduction()) {
      cache.notFound();
      return;
    }
    cache.keepPrivate();
    if (name == null) {
      mails = folder.newest();
      return;
    }
    mail = folder.find(name).orElse(null);
    if (mail == null) {
      cache.notFound();
    }
  }

  /** The mail that was asked for, or null when all were. */
  public KeptMail getMail() {
    return mail;
  }

  /** The newest first. */
  public List<KeptMail> getMails() {
    return mails;
  }

  /** The most that are listed. */
  public int getMost() {
    return MailFolder.MOST;
  }
}
