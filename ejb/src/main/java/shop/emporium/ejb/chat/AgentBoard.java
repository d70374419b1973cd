package shop.emporium.ejb.chat;

import static shop.emporium.ejb.shared.JsonCodec.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import shop.emporium.ejb.cluster.Board;
import shop.emporium.ejb.shared.JsonCodec;

/** Which agents are there, on whichever nodes. */
@ApplicationScoped
public class AgentBoard {

  /** The kind of notes on the board. */
  public static final String KIND = "agent";

  @Inject private Board board;

  /** An agent who is there. */
  public record Agent(long id, String name, Presence presence) {}

  /** Says that an agent is connected to this node. */
  public void enter(Agent agent) {
    board.put(
        KIND,
        String.valueOf(agent.id()),
        JSON.createObjectBuilder()
            .add("name", agent.name())
            .add("presence", agent.presence().name())
            .build()
            .toString());
  }

  /** Says that an agent is connected to this node no more. */
  public void leave(long agent) {
    board.remove(KIND, String.valueOf(agent));
  }

  /** All who are there; one who is connected to two nodes is there once. */
  public Collection<Agent> all() {
    Map<Long, Agent> agents = new TreeMap<>();
    for (Board.Note note : board.all(KIND)) {
      Agent agent = read(note);
      agents.merge(agent.id(), agent, AgentBoard::readier);
    }
    return agents.values();
  }

  private static Agent read(Board.Note note) {
    JsonObject json = JsonCodec.object(note.text().orElse("{}"));
    return new Agent(
        Long.parseLong(note.key()),
        json.getString("name", ""),
        Presence.valueOf(json.getString("presence", Presence.AWAY.name())));
  }

  private static Agent readier(Agent one, Agent other) {
    return one.presence().compareTo(other.presence()) <= 0 ? one : other;
  }

  /** How ready each is who is there. */
  public Map<Long, Presence> presences() {
    Map<Long, Presence> presences = new TreeMap<>();
    all().forEach(agent -> presences.put(agent.id(), agent.presence()));
    return presences;
  }

  /** The agents of whom this node says that they are there. */
  public Set<Long> notedHere() {
    return board.own(KIND);
  }

  /** Whether somebody is there. */
  public Presence presence() {
    return all().stream().map(Agent::presence).min(Presence::compareTo).orElse(Presence.OFFLINE);
  }

  /** Whether an agent is there. */
  public Presence presenceOf(long agent) {
    return all().stream()
        .filter(one -> one.id() == agent)
        .map(Agent::presence)
        .findFirst()
        .orElse(Presence.OFFLINE);
  }
}
