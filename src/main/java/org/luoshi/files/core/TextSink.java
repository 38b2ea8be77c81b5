package org.luoshi.files.core;

/** Takes the text of a document line by line, so that no reader has to hold all of it. */
interface TextSink {

    /**
     * A new stretch of text begins.
     *
     * @param isTop it can stand at the top of page one: the body, a page header, the first slide
     */
    void part(boolean isTop);

    void line(String text);
}
