#!/bin/sh
# Joins the style sheets into the one that is shipped: one request instead of eleven.
set -eu
cd "$(dirname "$0")"
mkdir -p ../target/style
cat tokens.css base.css page.css button.css field.css table.css effective.css journal.css dialog.css problem.css print.css \
  > ../target/style/console.css.new
# Replaced only when it differs, so that watching for changes ends.
if cmp -s ../target/style/console.css.new ../target/style/console.css; then
  rm ../target/style/console.css.new
else
  mv ../target/style/console.css.new ../target/style/console.css
fi
