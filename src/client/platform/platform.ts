import { address, type Address } from './address';
import { appearance, type Appearance } from './appearance';
import { appLife, type AppLife } from './app-life';
import { chime, type Chime } from './chime';
import { clipboard, type Clipboard } from './clipboard';
import { dictation, type Dictation } from './dictation';
import { directions, type Directions } from './directions';
import { download, type Download } from './download';
import { drawing, type Drawing } from './drawing';
import { feedback, type Feedback } from './feedback';
import { filePicker, type FilePicker } from './file';
import { http, type Http } from './http';
import { location, type Location } from './location';
import { navigation, type Navigation } from './navigation';
import { network, type Network } from './network';
import { phone, type Phone } from './phone';
import { phoneCalendar, type PhoneCalendar } from './phone-calendar';
import { photoFiles, type PhotoFiles } from './photo-files';
import { picture, type Picture } from './picture';
import { placeChooser, type PlaceChooser } from './place-chooser';
import { printer, type Printer } from './printer';
import { privacy, type Privacy } from './privacy';
import { pushPermission, type PushPermission } from './push-permission';
import { scanner, type Scanner } from './scanner';
import { screenLight, type ScreenLight } from './screen-light';
import { serverEvents, type ServerEvents } from './server-events';
import { storage, type Storage } from './storage';
import { tabBadge, type TabBadge } from './tab-badge';
import { web, type Web } from './web';
import { wechatSignIn, type WechatSignIn } from './wechat-sign-in';

/** What the app needs of the device. Stores get it handed; only app.tsx takes the real one. */
export interface Platform {
  readonly address: Address;
  readonly appearance: Appearance;
  readonly appLife: AppLife;
  readonly chime: Chime;
  readonly clipboard: Clipboard;
  readonly dictation: Dictation;
  readonly directions: Directions;
  readonly download: Download;
  readonly drawing: Drawing;
  readonly feedback: Feedback;
  readonly filePicker: FilePicker;
  readonly http: Http;
  readonly location: Location;
  readonly navigation: Navigation;
  readonly network: Network;
  readonly phone: Phone;
  readonly phoneCalendar: PhoneCalendar;
  readonly photoFiles: PhotoFiles;
  readonly picture: Picture;
  readonly placeChooser: PlaceChooser;
  readonly printer: Printer;
  readonly privacy: Privacy;
  readonly pushPermission: PushPermission;
  readonly scanner: Scanner;
  readonly screenLight: ScreenLight;
  readonly serverEvents: ServerEvents;
  readonly storage: Storage;
  readonly tabBadge: TabBadge;
  readonly web: Web;
  readonly wechatSignIn: WechatSignIn;
}

export const platform: Platform = {
  address,
  appearance,
  appLife,
  chime,
  clipboard,
  dictation,
  directions,
  download,
  drawing,
  feedback,
  filePicker,
  http,
  location,
  navigation,
  network,
  phone,
  phoneCalendar,
  photoFiles,
  picture,
  placeChooser,
  printer,
  privacy,
  pushPermission,
  scanner,
  screenLight,
  serverEvents,
  storage,
  tabBadge,
  web,
  wechatSignIn,
};
