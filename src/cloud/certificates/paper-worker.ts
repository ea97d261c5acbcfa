import { answerInThread } from '../platform/worker-thread';
import { paperOf } from './paper';

answerInThread(paperOf);
