package shop.emporium.ejb.order;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import shop.emporium.ejb.shared.LiveSetting;

/**
 * Who sells here, as the law wants it on an invoice, and where transfers go: settings. What they
 * are without any is the invented shop of the sample catalogue.
 */
@ApplicationScoped
public class ShopDetails {

  private final LiveSetting seller = new LiveSetting("store.seller.name");
  private final LiveSetting address = new LiveSetting("store.seller.address");
  private final LiveSetting vat = new LiveSetting("store.seller.vat");
  private final LiveSetting register = new LiveSetting("store.seller.register");
  private final LiveSetting email = new LiveSetting("store.seller.email");
  private final LiveSetting holder = new LiveSetting("store.bank.holder");
  private final LiveSetting iban = new LiveSetting("store.bank.iban");
  private final LiveSetting bic = new LiveSetting("store.bank.bic");
  private final LiveSetting bank = new LiveSetting("store.bank.name");

  /**
   * Who sells here.
   *
   * @param name of the company
   * @param address line by line
   * @param vat its number for VAT, or its number of taxes
   * @param register where it is registered, and who acts for it; may be empty
   * @param email where one writes to about an invoice
   */
  public record Seller(
      String name, List<String> address, String vat, String register, String email) {}

  /** An account to which money can be transferred. */
  public record BankAccount(String holder, String iban, String bic, String bank) {}

  /** Who sells here. */
  public Seller seller() {
    return new Seller(
        seller.or("Emporium GmbH"),
        Arrays.stream(address.or("Lindenhof 1, 10115 Berlin, Germany").split(","))
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .toList(),
        vat.or("DE000000000"),
        register.or(""),
        email.or("hello@emporium.example"));
  }

  /** Where transfers go. */
  public BankAccount account() {
    return new BankAccount(
        holder.or(seller().name()),
        iban.or("DE02 1203 0000 0000 2020 51"),
        bic.or("BYLADEM1001"),
        bank.or(""));
  }
}
