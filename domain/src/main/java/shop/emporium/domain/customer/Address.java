package shop.emporium.domain.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;

/**
 * An entry of a customer's address book. One of a book that is not empty is the default; that there
 * are never two is the database's to guarantee.
 */
@Entity
public class Address {

  /** The most addresses in one book. */
  public static final int MAX_IN_BOOK = 50;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "address_seq")
  @SequenceGenerator(name = "address_seq", sequenceName = "address_seq", allocationSize = 50)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  private Customer customer;

  @Column(nullable = false, length = PostalAddress.MAX_LINE)
  private String name;

  @Column(nullable = false, length = PostalAddress.MAX_LINE)
  private String line1;

  @Column(nullable = false, length = PostalAddress.MAX_LINE)
  private String line2;

  @Column(nullable = false, length = PostalAddress.MAX_LINE)
  private String city;

  @Column(nullable = false, length = PostalAddress.MAX_LINE)
  private String region;

  @Column(name = "postal_code", nullable = false, length = PostalAddress.MAX_POSTAL_CODE)
  private String postalCode;

  @Column(nullable = false, length = 2)
  private String country;

  @Column(nullable = false, length = PostalAddress.MAX_PHONE)
  private String phone;

  @Column(name = "is_default", nullable = false)
  private boolean preferred;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  /** For JPA. */
  protected Address() {}

  /** An entry that is not the default. */
  public Address(Customer customer, PostalAddress postal, Instant now) {
    this.customer = customer;
    this.createdAt = now;
    take(postal);
  }

  /** Says something else from now on. */
  public void change(PostalAddress postal) {
    take(postal);
  }

  private void take(PostalAddress postal) {
    name = postal.name();
    line1 = postal.line1();
    line2 = postal.line2();
    city = postal.city();
    region = postal.region();
    postalCode = postal.postalCode();
    country = postal.country();
    phone = postal.phone();
  }

  /** Becomes the default, or ceases to be. */
  public void prefer(boolean isPreferred) {
    preferred = isPreferred;
  }

  public long getId() {
    return id;
  }

  /** Whose book it is in. */
  public Customer getCustomer() {
    return customer;
  }

  public PostalAddress getPostal() {
    return new PostalAddress(name, line1, line2, city, region, postalCode, country, phone);
  }

  /** Whether it is the default of its book. */
  public boolean isPreferred() {
    return preferred;
  }
}
