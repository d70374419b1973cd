package shop.emporium.ejb.chat;

/** Somebody has begun a chat; fired in the transaction, heard of after its commit. */
record ChatBegun(long conversation, ChatOwner owner) {}
