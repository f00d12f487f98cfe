; The Windows installer: for one person, no administrator needed.
[Setup]
AppId=org.castapp.Castapp
AppName=Castapp
AppVersion={#Version}
DefaultDirName={localappdata}\Programs\Castapp
DefaultGroupName=Castapp
PrivilegesRequired=lowest
LicenseFile=..\LICENSE
OutputDir=..\build\dist
OutputBaseFilename=castapp-{#Version}-windows
Compression=lzma2
SolidCompression=yes
UninstallDisplayIcon={app}\castapp.exe

[Files]
Source: "..\build\dist\castapp\*"; DestDir: "{app}"; Flags: recursesubdirs

[Icons]
Name: "{group}\Castapp"; Filename: "{app}\castapp.exe"
