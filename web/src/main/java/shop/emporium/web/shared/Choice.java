package shop.emporium.web.shared;

/**
 * One entry of a list from which somebody chooses.
 *
 * @param code what is sent
 * @param words what is shown
 */
public record Choice(String code, String words) {}
