package shop.emporium.ejb.order;

/** Why something cannot be done with an order. */
public enum OrderFault {
  /** It has no such parcel. */
  UNKNOWN_PARCEL,
  /** Nobody asked for such a return. */
  UNKNOWN_RETURN,
  /** It has no such line. */
  UNKNOWN_LINE,
  /** A line has not so many pieces that could be meant. */
  NOT_THAT_MANY,
  /** Its buyer sends these pieces back by a return, or has done so. */
  RETURNED_OTHERWISE,
  /** There is nothing left that could be meant. */
  NOTHING_LEFT,
  /** Not so much money was paid that is not given back yet. */
  TOO_MUCH_MONEY,
  /** It is not paid: there is no invoice of it. */
  NOT_PAID
}
