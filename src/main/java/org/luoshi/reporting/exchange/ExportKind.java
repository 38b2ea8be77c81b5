package org.luoshi.reporting.exchange;

/** The files that a period can be taken out as. */
public enum ExportKind {
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    CSV("csv", "text/csv;charset=UTF-8");

    private final String ending;
    private final String contentType;

    ExportKind(String ending, String contentType) {
        this.ending = ending;
        this.contentType = contentType;
    }

    /** Of the file's name, without the dot. */
    public String ending() {
        return ending;
    }

    public String contentType() {
        return contentType;
    }
}
