; The installer for Windows, for Inno Setup 6: iscc flowsim.iss, after packaging/package.py has filled this template.
; Installs for one person or, with rights, for everybody; makes .flowsim files open with the program.
[Setup]
AppId=@id@
AppName=@name@
AppVersion=@version@
AppPublisher=@authors@
DefaultDirName={autopf}\@name@
DefaultGroupName=@name@
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
LicenseFile=@app@\licences\flowsim.txt
OutputDir=@output@
OutputBaseFilename=@name@-@version@-windows-setup
Compression=lzma2
SolidCompression=yes
SetupIconFile=@app@\..\flowsim.ico
UninstallDisplayIcon={app}\flowsim.exe

[Files]
Source: "@app@\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\@name@"; Filename: "{app}\flowsim.exe"

[Registry]
Root: HKA; Subkey: "Software\Classes\.flowsim"; ValueType: string; ValueData: "flowsim.board"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.flowsim"; ValueName: "Content Type"; ValueType: string; ValueData: "@mime_type@"
Root: HKA; Subkey: "Software\Classes\flowsim.board"; ValueType: string; ValueData: "flowsim board"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\flowsim.board\DefaultIcon"; ValueType: string; ValueData: "{app}\flowsim.exe,0"
Root: HKA; Subkey: "Software\Classes\flowsim.board\shell\open\command"; ValueType: string; ValueData: """{app}\flowsim.exe"" ""%1"""

[Run]
Filename: "{app}\flowsim.exe"; Description: "{cm:LaunchProgram,@name@}"; Flags: nowait postinstall skipifsilent
