package org.luoshi.meetings.agenda;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.luoshi.ledger.ItemStanding;
import org.luoshi.meetings.core.Meeting;

/**
 * The agenda of a meeting with what was proposed for it.
 *
 * @param lines accepted topics with their times
 * @param others proposed, sent back or postponed
 * @param minutes of the accepted ones together
 * @param warnings keys of what does not add up, each with its figures
 * @param overdue decisions of the meeting before whose limit is over
 * @param myUnits units of the viewer that were asked and have not answered
 */
public record AgendaView(
        Meeting meeting,
        List<TimedTopic> lines,
        List<Topic> others,
        int minutes,
        List<AgendaWarning> warnings,
        List<ItemStanding> overdue,
        List<AskedUnit> asked,
        List<AskedUnit> myUnits,
        Map<UUID, List<TopicFile>> files,
        Map<UUID, String> unitNames,
        boolean keeper) {

    /** Something that does not add up. */
    public record AgendaWarning(String textKey, Map<String, String> arguments) {}

    /** A unit that was asked for topics. */
    public record AskedUnit(UUID unitId, String name, Instant due, boolean answered, boolean none, boolean late) {}

    /** A paper of a topic. */
    public record TopicFile(UUID id, String name) {}
}
