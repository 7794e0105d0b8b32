"""Answers what LibreOffice reads in a document. One JSON request for each line of input, one reply for each.

Started by libreOffice.ts with the name of the pipe on which soffice listens.
"""

import json
import re
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.style.NumberingType import CHAR_SPECIAL


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    ends = time.monotonic() + 60
    while True:
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return context
        except NoConnectException:
            if time.monotonic() > ends:
                raise
            time.sleep(0.05)


def properties(**values):
    return tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())


def paragraph(node):
    return {
        "kind": "paragraph",
        "style": node.ParaStyleName,
        "label": label(node),
        "text": node.getString(),
        "outline": node.OutlineLevel,
    }


def label(node):
    if not node.NumberingIsNumber or node.NumberingRules is None:
        return ""
    level = {one.Name: one.Value for one in node.NumberingRules.getByIndex(node.NumberingLevel)}
    return level["BulletChar"] if level["NumberingType"] == CHAR_SPECIAL else node.ListLabelString


def paragraphs(text):
    """Those of a cell; of a table in it those of its cells, in order."""
    found = []
    for node in each(text):
        if node.supportsService("com.sun.star.text.TextTable"):
            for name in node.getCellNames():
                found += paragraphs(node.getCellByName(name))
        else:
            found.append(paragraph(node))
    return found


def each(text):
    nodes = text.createEnumeration()
    while nodes.hasMoreElements():
        yield nodes.nextElement()


def table(node):
    rows = {}
    for name in node.getCellNames():
        row = int(re.search(r"\d+$", name).group())
        rows.setdefault(row, []).append(paragraphs(node.getCellByName(name)))
    return {
        "kind": "table",
        "headerRows": node.HeaderRowCount if node.RepeatHeadline else 0,
        "splits": any(row.IsSplitAllowed for row in rows_of(node)),
        "rows": [rows[row] for row in sorted(rows)],
    }


def rows_of(node):
    return [node.Rows.getByIndex(index) for index in range(node.Rows.Count)]


def block(node):
    return table(node) if node.supportsService("com.sun.star.text.TextTable") else paragraph(node)


commands = {"accept": ".uno:AcceptAllTrackedChanges", "reject": ".uno:RejectAllTrackedChanges"}


def settle(office, document, decision):
    """Accepts or rejects all tracked changes, as the command of the menu does."""
    dispatcher = office.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", office)
    dispatcher.executeDispatch(document.CurrentController.Frame, commands[decision], "", 0, ())
    if document.Redlines.createEnumeration().hasMoreElements():
        raise ValueError("LibreOffice left tracked changes standing")


def read(document):
    controller = document.CurrentController
    cursor = controller.getViewCursor()
    page = document.StyleFamilies.getByName("PageStyles").getByName(cursor.PageStyleName)
    return {
        "blocks": [block(node) for node in each(document.Text)],
        "pages": controller.PageCount,
        "header": page.HeaderText.getString() if page.HeaderIsOn else "",
        "footer": page.FooterText.getString() if page.FooterIsOn else "",
        "title": document.DocumentProperties.Title,
        "author": document.DocumentProperties.Author,
    }


def sheet(document):
    """The cells that are used, each as it shows, as what kind and, where it is a number, with its value."""
    one = document.Sheets.getByIndex(0)
    used = one.createCursor()
    used.gotoEndOfUsedArea(False)
    rows = range(used.RangeAddress.EndRow + 1)
    columns = range(used.RangeAddress.EndColumn + 1)
    view = document.CurrentController
    return {
        "name": one.Name,
        "frozenRows": view.SplitRow if view.hasFrozenPanes() else 0,
        "titleRows": one.TitleRows.EndRow + 1 if one.PrintTitleRows else 0,
        "cells": [[cell(one.getCellByPosition(column, row)) for column in columns] for row in rows],
    }


def cell(node):
    return {"shown": node.getString(), "kind": node.Type.value, "value": node.getValue()}


def main():
    office = connect(sys.argv[1])
    desktop = office.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", office)
    print(json.dumps({"ready": True}), flush=True)
    for line in sys.stdin:
        request = json.loads(line)
        try:
            url = uno.systemPathToFileUrl(request["file"])
            decision = request.get("decision")
            how = properties(Hidden=True, ReadOnly=decision is None)
            document = desktop.loadComponentFromURL(url, "_blank", 0, how)
            if document is None:
                raise ValueError("LibreOffice does not open the file")
            try:
                if decision:
                    settle(office, document, decision)
                is_sheet = document.supportsService("com.sun.star.sheet.SpreadsheetDocument")
                reply = sheet(document) if is_sheet else read(document)
                if request.get("pdf"):
                    target = uno.systemPathToFileUrl(request["pdf"])
                    document.storeToURL(target, properties(FilterName="writer_pdf_Export"))
            finally:
                document.close(True)
        except Exception as error:  # said to the test, which fails with it
            reply = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(reply), flush=True)
    desktop.terminate()


main()
