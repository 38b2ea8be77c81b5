package org.luoshi.platform;

import java.util.List;
import org.luoshi.shared.Actor;

/** Implemented by rooms as a bean: what of theirs a search finds, best first, and only what this person may see. */
public interface SearchSource {

    List<SearchHit> search(String query, Actor actor, int limit);
}
