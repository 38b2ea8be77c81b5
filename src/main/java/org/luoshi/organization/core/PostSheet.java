package org.luoshi.organization.core;

import java.util.List;
import org.luoshi.organization.Post;
import org.luoshi.organization.Unit;

/** Everything the page of a post shows. */
public record PostSheet(Post post, int version, Unit unit, List<HoldingRow> holders) {}
