package org.luoshi.webhooks;

import java.util.List;

/** Implemented by rooms as a bean: of which events of theirs other programs may be told. */
public interface WebhookTypes {

    /** In the order of their life; the text of each is {@code webhooks.type.<type>}. */
    List<String> types();
}
