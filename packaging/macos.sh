#!/usr/bin/env bash
# Wraps build/dist/Castapp.app into a disk image in build/dist.
# CASTAPP_IDENTITY names the signing identity; without it the app is signed for this Mac only.
set -euo pipefail
cd "$(dirname "$0")/.."

version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' castapp/__init__.py)
image="build/dist/Castapp-$version.dmg"
tree=build/dmg

codesign --force --deep --options runtime --sign "${CASTAPP_IDENTITY:--}" build/dist/Castapp.app
rm -rf "$tree" "$image"
mkdir -p "$tree"
cp -R build/dist/Castapp.app "$tree/"
ln -s /Applications "$tree/Applications"
hdiutil create -volname Castapp -srcfolder "$tree" -format UDZO "$image"
