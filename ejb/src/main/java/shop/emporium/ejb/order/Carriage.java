package shop.emporium.ejb.order;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import shop.emporium.domain.shared.OneLine;

/**
 * With whom a parcel goes.
 *
 * @param carrier such as {@code DHL}
 * @param tracking number by which he knows it; empty where he gives none
 */
public record Carriage(
    @NotNull
        @Size(min = 1, max = 60)
        @Pattern(regexp = OneLine.FORM, message = "must be one line of text")
        String carrier,
    @NotNull @Size(max = 100) @Pattern(regexp = "[\\p{L}\\p{N} ./_-]*+") String tracking) {}
